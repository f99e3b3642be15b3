import { useTranslation } from 'react-i18next'
import { number, signed } from '../../format.ts'
import type { DraftGain } from './draft-gain.ts'

/** Now and with the draft, as two bars to one scale: what is left in ochre, what is gained in blue. */
export function DraftBars({ gain }: { gain: DraftGain }) {
  const { t } = useTranslation()
  const { now, withDraft, gained } = gain
  const unit = gain.unit === 'metres' ? 'm' : t('coverage.unit.people')
  const most = Math.max(now, withDraft, 1)
  const width = (value: number) => ({ width: `${(Math.max(value, 0) / most) * 100}%` })
  const changes = [
    ...(gain.added > 0 ? [t('coverage.draft.added', { n: gain.added })] : []),
    ...(gain.moved > 0 ? [t('coverage.draft.moved', { n: gain.moved })] : []),
    ...(gain.removed > 0 ? [t('coverage.draft.removed', { n: gain.removed })] : []),
    ...(gain.added > 0 && gain.moved + gain.removed === 0 && gained > 0
      ? [t('coverage.draft.each', { n: number(gained / gain.added), unit })]
      : []),
  ]
  return (
    <>
      <div className="draft-gain">
        <p aria-live="polite" data-gained={gained}>
          <b>{gain.isPending ? '…' : signed(gained)}</b> <small>{t('coverage.draft.gained', { unit })}</small>
        </p>
        <p>
          {changes.length > 0 ? changes.join('，') : t('coverage.draft.empty')}
          {gain.idle > 0 ? ` · ${t('coverage.draft.idle', { n: gain.idle })}` : ''}
        </p>
      </div>
      <dl className="draft-bars">
        <dt>{t(gain.isPartial ? 'coverage.draft.nowPart' : 'coverage.draft.now')}</dt>
        <dd>
          <i className="bar-gap" style={width(now)} />
        </dd>
        <dd>
          {number(now)} {unit}
        </dd>
        <dt>{t('coverage.draft.with')}</dt>
        <dd>
          <i className="bar-gap" style={width(withDraft)} />
          {gained > 0 ? <i className="bar-gain" style={width(gained)} /> : null}
        </dd>
        <dd>
          {number(withDraft)} {unit}
        </dd>
      </dl>
    </>
  )
}
