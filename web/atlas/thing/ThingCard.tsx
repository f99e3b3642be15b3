import './card.css'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LngLat } from '../../../server/contract/geo.ts'
import { type LayerPicture, Refusal } from '../../api.ts'
import { coordinates, identification, moment } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { Fault } from '../Fault.tsx'
import { useAsset } from '../queries.ts'
import { centreOf } from './centre-of.ts'
import { FieldList } from './FieldList.tsx'
import { HistoryTimeline } from './HistoryTimeline.tsx'
import { NearbyThings } from './NearbyThings.tsx'
import { TrustFacts } from './TrustFacts.tsx'

interface ThingCardProps {
  id: string
  layers: LayerPicture[]
  seq: number
  /** The instant it is looked at, ISO in UTC; undefined: now. */
  at: string | undefined
  onClose: () => void
  onThing: (id: string, lngLat: LngLat) => void
  onFly: (lngLat: LngLat) => void
}

/** One thing: its state in words, codes, fields, place and history. */
export function ThingCard({ id, layers, seq, at, onClose, onThing, onFly }: ThingCardProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  const asset = useAsset(id, seq, at)
  const thing = asset.data
  const layer = layers.find((each) => each.id === thing?.layer)
  const status = layer?.statuses.find((each) => each.id === thing?.status)
  useEffect(() => {
    if (thing?.id === id) heading.current?.focus({ preventScroll: true })
  }, [id, thing?.id])
  const centre = thing && centreOf(thing.geometry)
  return (
    <aside className="card" aria-label={t('card.title')}>
      <div className="card-bar">
        {status && layer ? (
          <p className="card-state">
            <StateMark state={status.state} size={16} />
            <b className={`ink-${status.state}`}>{status.name[language]}</b>
            <span className="hidden">{t(`state.${status.state}`)}</span>
          </p>
        ) : (
          <span />
        )}
        <Button small look="quiet" onClick={onClose} title={`${t('card.close')} (Esc)`}>
          {t('card.close')}
        </Button>
      </div>
      <div className="card-scroll">
        {!thing && asset.error ? (
          <Fault fault={asset.error} title={t(at && isUnknown(asset.error) ? 'then.notThere' : 'card.failed')}>
            <p>
              <code>{id}</code>
            </p>
          </Fault>
        ) : null}
        {!thing && !asset.error ? <Hairlines rows={8} label={t('page.loading')} /> : null}
        {thing && layer && centre ? (
          <>
            <h2 ref={heading} tabIndex={-1}>
              {thing.name}
            </h2>
            <p className="card-kind">
              {thing.codeName?.[language] ?? layer.name[language]}
              <code>{thing.code}</code>
              <small>{thing.edition === 'local' ? t('card.localCode') : thing.edition}</small>
            </p>
            <div className="card-id">
              <code>{identification(thing.id)}</code>
              <CopyButton text={thing.id} label={t('card.copyId')} done={t('card.copied')} />
            </div>
            <FieldList layer={layer} fields={thing.fields} onThing={(other) => onThing(other, centre)} />
            <h3>{t('card.place')}</h3>
            <div className="card-place">
              <span>{coordinates(centre)}</span>
              <Button small look="quiet" onClick={() => onFly(centre)}>
                {t('card.fly')}
              </Button>
              <CopyButton text={centre.join(',')} label={t('card.copyPlace')} done={t('card.copied')} />
            </div>
            {at ? null : <TrustFacts id={thing.id} seq={seq} />}
            <HistoryTimeline id={thing.id} layer={layer} seq={seq} at={at} />
            {/* The nearest are found among the things of now. */}
            {at ? null : <NearbyThings thing={thing} layer={layer} centre={centre} onThing={onThing} />}
            <p className="card-source">
              {t('card.changed', { time: moment(thing.changedAt, Date.now()) })}
              <span>{t('card.crs', { crs: thing.sourceCrs })}</span>
            </p>
          </>
        ) : null}
      </div>
      <div className="card-foot">
        <CopyButton text={location.href} label={t('card.copyLink')} done={t('card.copied')} />
      </div>
    </aside>
  )
}

const isUnknown = (fault: Error): boolean => fault instanceof Refusal && fault.problem.code === 'unknown-asset'
