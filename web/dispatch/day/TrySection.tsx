import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LngLat } from '../../../server/contract/geo.ts'
import { useCrews } from '../../case/queries.ts'
import { NamedSelect } from '../../console/NamedSelect.tsx'
import { useCityName } from '../../console/use-city-name.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { briefName } from '../case/brief-name.ts'
import type { Desk } from '../desk/use-desk.ts'
import { middleSeen } from './route-view.ts'
import { seenOfMap } from './seen-of-map.ts'
import { TriedFigures } from './TriedFigures.tsx'
import { TriedList } from './TriedList.tsx'
import type { DayTrial } from './use-day.tsx'

interface TrySectionProps {
  desk: Desk
  trial: DayTrial
}

/** 试一试: a crew more, or another place to wait at, and what the rest of the day would come to. */
export function TrySection({ desk, trial }: TrySectionProps) {
  const { t } = useTranslation()
  const city = useCityName()
  const [kind, setKind] = useState<'add' | 'move'>('add')
  const [crewId, setCrewId] = useState<string>()
  const { tried, placing, put, place, remove, asking, ask } = trial
  const crews = (useCrews().data ?? []).filter(({ onDuty, endedAt }) => onDuty && endedAt === null)
  const nameOf = (id: string): string => briefName(crews.find((crew) => crew.id === id)?.name ?? id)
  const chosen = crewId ?? crews[0]?.id
  const { view } = desk.address
  const middle = (): LngLat => {
    const [lng, lat] = city?.centre ?? [0, 0]
    return middleSeen(view ?? { lng, lat, zoom: city?.zoom ?? 0 }, seenOfMap())
  }
  if (crews.length === 0 || chosen === undefined) return <p role="status">{t('day.nobody')}</p>
  return (
    <div className="day-form">
      <p className="day-note">{t('day.tryWhat')}</p>
      <Choice
        label={t('day.try')}
        options={[
          { id: 'add', name: t('day.tryAdd') },
          { id: 'move', name: t('day.tryMove') },
        ]}
        value={kind}
        onChange={setKind}
      />
      <div className="day-field">
        <span aria-hidden="true">{t(kind === 'add' ? 'day.like' : 'day.who')}</span>
        <NamedSelect<string>
          label={t(kind === 'add' ? 'day.like' : 'day.who')}
          showSearch={{ optionFilterProp: 'label' }}
          value={chosen}
          options={crews.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setCrewId}
        />
      </div>
      <div className="day-field">
        <span aria-hidden="true">{t('day.where')}</span>
        <p className="day-places">
          <Button
            small
            pressed={placing !== undefined}
            onClick={() => place(placing ? undefined : { kind, crewId: chosen })}
          >
            {t(placing ? 'day.placing' : 'day.onMap')}
          </Button>
          {view || city ? (
            <Button small onClick={() => put({ kind, crewId: chosen }, middle())}>
              {t('day.middle')}
            </Button>
          ) : null}
        </p>
      </div>
      <TriedList tried={tried} nameOf={nameOf} onRemove={remove} />
      <p className="day-acts">
        <Button look="primary" disabled={tried.length === 0 || asking.isPending} onClick={ask}>
          {t(asking.isPending ? 'day.trying' : 'day.reckon')}
        </Button>
        {tried.length === 0 ? <small>{t('day.tryFirst')}</small> : null}
      </p>
      {asking.error ? <Refused fault={asking.error} title={t('day.notTried')} /> : null}
      {asking.data ? <TriedFigures answer={asking.data} /> : null}
    </div>
  )
}
