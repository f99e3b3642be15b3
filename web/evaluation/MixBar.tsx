import { useTranslation } from 'react-i18next'
import type { CaseMethod } from '../../server/contract/case.ts'
import { number } from '../format.ts'
import { percent } from './figures.ts'

/** Seven parts service, two management, one enforcement: where the second and the third should begin. */
const TICKS = [70, 90]

/** The mix as one bar in greys, each part with its words, over the ticks of 721. */
export function MixBar({ parts }: { parts: { id: CaseMethod; count: number }[] }) {
  const { t } = useTranslation()
  const all = parts.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return <p className="nothing">{t('rates.noMix')}</p>
  return (
    <figure className="mix">
      {/* Each word over its part, and pushed on by the one before where the part is narrow. */}
      <figcaption>
        {parts.map(({ id, count }) => (
          <span key={id} style={{ flexGrow: count }}>
            <i className={`mix-${id}`} aria-hidden="true" />
            {t(`method.${id}`)} <b>{percent(count / all)}</b> <small>{t('rates.cases', { n: number(count) })}</small>
          </span>
        ))}
      </figcaption>
      <div className="mix-bar" aria-hidden="true">
        {parts.map(({ id, count }) => (
          <i key={id} className={`mix-${id}`} style={{ width: `${(count / all) * 100}%` }} />
        ))}
        {TICKS.map((at) => (
          <span key={at} className="mix-tick" style={{ left: `${at}%` }}>
            {at}
          </span>
        ))}
      </div>
    </figure>
  )
}
