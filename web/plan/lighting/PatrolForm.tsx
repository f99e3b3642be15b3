import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PatrolAsked, PatrolRoute } from '../../../server/contract/lighting.ts'
import { startPatrol, stopPatrol } from '../../api-lighting.ts'
import { number } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Figures } from '../Figures.tsx'
import { ShareBar } from '../ShareBar.tsx'
import { useLighting } from './lighting-desk.tsx'

const VEHICLES = ['car', 'foot'] as const
const OF = ['all', 'unseen', 'dark'] as const

/** A round past the lamps: how one goes and past which, how far the work is, and what came of it. */
export function PatrolForm() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { search, change, patrol } = useLighting()
  const keep = (told: PatrolRoute): void => {
    queries.setQueryData(['lighting', 'patrol', told.id], told)
    change({ patrol: told.id })
  }
  const starting = useMutation({ mutationFn: startPatrol, onSuccess: keep })
  const stopping = useMutation({ mutationFn: stopPatrol, onSuccess: keep })
  const told = search.patrol === undefined ? undefined : patrol.data
  const isRunning = told?.state === 'running'
  const asked: PatrolAsked = { vehicle: search.vehicle, of: search.of }
  return (
    <>
      <p className="li-label">{t('lighting.patrol.by')}</p>
      <Choice
        label={t('lighting.patrol.by')}
        options={VEHICLES.map((id) => ({ id, name: t(`lighting.patrol.${id}`) }))}
        value={search.vehicle}
        onChange={(vehicle) => change({ vehicle })}
      />
      <p className="li-label">{t('lighting.patrol.of')}</p>
      <Choice
        label={t('lighting.patrol.of')}
        options={OF.map((id) => ({ id, name: t(`lighting.patrol.${id}`) }))}
        value={search.of}
        onChange={(of) => change({ patrolOf: of })}
      />
      <p className="up-acts">
        <Button look="primary" disabled={isRunning || starting.isPending} onClick={() => starting.mutate(asked)}>
          {t('lighting.patrol.start')}
        </Button>
      </p>
      {starting.error ? <Refused fault={starting.error} title={t('lighting.patrol.notStarted')} /> : null}
      {patrol.error && search.patrol !== undefined ? (
        <p className="up-text" role="status">
          {t('lighting.patrol.gone')}
        </p>
      ) : null}
      {told ? (
        <State told={told} isStopping={stopping.isPending} onStop={() => stopping.mutate(told.id)} />
      ) : search.patrol === undefined ? (
        <p className="up-text">{t('lighting.patrol.none')}</p>
      ) : null}
    </>
  )
}

interface StateProps {
  told: PatrolRoute
  isStopping: boolean
  onStop: () => void
}

function State({ told, isStopping, onStop }: StateProps) {
  const { t } = useTranslation()
  const { state, lamps, offRoad, progress, route, fault } = told
  if (state === 'running')
    return (
      <div className="plan-waiting">
        <p>
          <b role="status">{t('lighting.patrol.running', { n: number(lamps) })}</b> · {number(progress * 100)} %
        </p>
        <Button small disabled={isStopping} onClick={onStop}>
          {t('lighting.patrol.cancel')}
        </Button>
        <ShareBar name={t('lighting.patrol.progress')} share={progress} />
      </div>
    )
  if (state === 'cancelled') return <p className="up-text">{t('lighting.patrol.cancelled')}</p>
  if (state === 'failed' || !route) return <p className="up-text is-late">{t('lighting.patrol.failed', { fault })}</p>
  const { metres, minutes, requiredMetres, boundMetres, gap, rounds, tookMs } = route
  return (
    <>
      <Figures
        of={[
          { id: 'length', name: t('lighting.patrol.length'), value: number(metres / 1_000, 1), unit: 'km' },
          { id: 'time', name: t('lighting.patrol.time'), value: number(minutes / 60, 1), unit: 'h' },
          {
            id: 'lamps',
            name: t('lighting.patrol.lamps'),
            value: number(lamps - offRoad),
            unit: t('lighting.lampUnit'),
          },
        ]}
      />
      <p className="up-text">
        {gap < 0.0005
          ? t('lighting.patrol.best')
          : t('lighting.patrol.gap', { percent: number(gap * 100, 1), bound: number(boundMetres / 1_000, 1) })}
      </p>
      <p className="up-text">
        {t('lighting.patrol.required', {
          required: number(requiredMetres / 1_000, 1),
          again: number(Math.max(0, metres - requiredMetres) / 1_000, 1),
        })}
        {rounds.length > 1 ? ` ${t('lighting.patrol.rounds', { n: rounds.length })}` : ''}
        {offRoad > 0 ? ` ${t('lighting.patrol.offRoad', { n: number(offRoad) })}` : ''}
      </p>
      <p className="up-note">{t('lighting.patrol.method', { seconds: number(tookMs / 1_000, 1) })}</p>
    </>
  )
}
