import '../../case/inks.css'
import '../../case/act/act.css'
import '../../case/duplicates.css'
import './intake.css'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Form } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LngLat } from '../../../server/contract/geo.ts'
import { receiveReport } from '../../api-cases.ts'
import { newKey } from '../../api-send.ts'
import { useThing } from '../../case/queries.ts'
import { LazyPlaceMap } from '../../console/LazyPlaceMap.tsx'
import { signInAddress } from '../../me/own-path.ts'
import { useActor } from '../../me/use-me.ts'
import { IntakeForm } from './IntakeForm.tsx'
import { PlacementPanel } from './PlacementPanel.tsx'
import { type FilledReport, reportOf, sourcesOf } from './report-of.ts'
import { usePlacement } from './use-placement.ts'

const route = getRouteApi('/desk/cases/new')

/** 上报: a problem comes in. Where it belongs and what may be the same is shown before it is sent. */
export function IntakePage() {
  const { t } = useTranslation()
  const actor = useActor()
  const sources = sourcesOf(actor?.roles ?? [])
  if (actor === undefined) return null
  if (actor === null || sources.length === 0)
    return (
      <div className="intake-none">
        <h1>{t('intake.title')}</h1>
        <p>{t(actor ? 'intake.notYours' : 'act.guest')}</p>
        {actor ? null : (
          <a className="button button-primary" href={signInAddress('/cases/new')}>
            {t('me.signIn')}
          </a>
        )}
      </div>
    )
  return <Intake />
}

function Intake() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { at, thing } = route.useSearch()
  const [location, setLocation] = useState<LngLat | undefined>(() => placeIn(at))
  const [assetId, setAssetId] = useState<string | null | undefined>(thing)
  const [joins, setJoins] = useState<{ id: string; number: string }>()
  const [form] = Form.useForm<FilledReport>()
  const of = Form.useWatch('class', form)
  const { placement, fault } = usePlacement(location, of, assetId)
  const key = useRef(newKey())
  const sending = useMutation({
    mutationFn: ({ filled, where }: { filled: FilledReport; where: LngLat }) =>
      receiveReport(reportOf(filled, { location: where, assetId, joins: joins?.id }), key.current),
    onSuccess: ({ number }) => navigate({ to: '/cases/$number', params: { number } }),
    onError: () => {
      key.current = newKey()
    },
  })
  const moveTo = (place: LngLat): void => {
    setLocation(place)
    setAssetId(undefined)
    setJoins(undefined)
  }
  const found = useThing(assetId === null ? undefined : (assetId ?? placement?.assetId))
  const shown = useMemo(
    () => [...new Set([...(placement?.choices.map(({ layer }) => layer) ?? []), ...(found ? [found.layer] : [])])],
    [placement, found],
  )
  return (
    <div className="intake">
      <div className="intake-form">
        <h1>{t('intake.title')}</h1>
        <IntakeForm
          form={form}
          location={location}
          placement={placement}
          joins={joins?.number}
          busy={sending.isPending}
          fault={sending.error}
          onPlace={moveTo}
          onSend={(filled) => {
            if (location) sending.mutate({ filled, where: location })
          }}
        >
          <PlacementPanel
            location={location}
            placement={placement}
            fault={fault}
            assetId={assetId}
            found={found?.name}
            joins={joins?.id}
            onThing={setAssetId}
            onJoin={setJoins}
          />
        </IntakeForm>
      </div>
      <LazyPlaceMap place={location} shown={shown} onPlace={moveTo} label={t('intake.map')} />
    </div>
  )
}

/** `lng,lat` out of the address. */
function placeIn(text: string | undefined): LngLat | undefined {
  const [lng, lat] = text?.split(',').map(Number) ?? []
  const fits = lng !== undefined && lat !== undefined && Math.abs(lng) <= 180 && Math.abs(lat) <= 90
  return fits ? [lng, lat] : undefined
}
