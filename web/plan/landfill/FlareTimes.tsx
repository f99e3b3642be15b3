import { useTranslation } from 'react-i18next'
import type { LandfillFlare } from '../../../server/contract/landfill.ts'
import { dayOf, number } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { levelLine } from './level-line.ts'
import { useReadings } from './queries.ts'

const [WIDTH, HEIGHT] = [308, 96]

/** The flame of one flare over the last 90 days, above the line under which it counts as out. */
export function FlareTimes({ flare: { id, name, outBelowC, ratedM3h } }: { flare: LandfillFlare }) {
  const { t } = useTranslation()
  const { data, error } = useReadings(id, 'flare-temperature-c')
  const points = data?.flatMap((series) => series.points) ?? []
  const line = levelLine(points, outBelowC, [WIDTH, HEIGHT])
  const words = {
    last: number(points.at(-1)?.value ?? 0),
    least: number(points.reduce((least, { value }) => Math.min(least, value), Number.POSITIVE_INFINITY)),
    limit: outBelowC === null ? '—' : number(outBelowC),
  }
  return (
    <section>
      <h3 className="up-h3">
        {name}
        <span>{t('landfill.flareDays')}</span>
      </h3>
      {error ? (
        <Refused fault={error} title={t('landfill.readingsFailed')} />
      ) : !data ? (
        <Hairlines rows={2} label={t('page.loading')} />
      ) : !line ? (
        <p className="up-text">{t('landfill.noFlareReadings')}</p>
      ) : (
        <figure className="lf-levels">
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('landfill.flareWords', words)}>
            {line.warnY === null ? null : <path className="lf-warn" d={`M0 ${line.warnY}H${WIDTH}`} />}
            <path className="lf-level" d={line.path} />
          </svg>
          <figcaption>
            <span>{dayOf(points[0]?.at ?? 0)}</span>
            <span>{t('landfill.flareWords', words)}</span>
          </figcaption>
        </figure>
      )}
      <p className="up-text">
        {ratedM3h === null ? null : `${t('landfill.rated', { n: number(ratedM3h) })} `}
        {outBelowC === null ? t('landfill.flareNoLimit') : null}
      </p>
    </section>
  )
}
