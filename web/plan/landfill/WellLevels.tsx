import { useTranslation } from 'react-i18next'
import type { LandfillOutlook } from '../../../server/contract/landfill.ts'
import { dayOf, number } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { levelLine } from './level-line.ts'
import { useReadings } from './queries.ts'

const [WIDTH, HEIGHT] = [308, 96]

/** The level of one well over the last 90 days, under the line of its warning. */
export function WellLevels({ well }: { well: LandfillOutlook['wells'][number] }) {
  const { t } = useTranslation()
  const { data, error } = useReadings(well.id, 'leachate-level-m')
  const points = data?.flatMap((series) => series.points) ?? []
  const line = levelLine(points, well.warningLevelM, [WIDTH, HEIGHT])
  return (
    <section>
      <h3 className="up-h3">
        {well.name}
        <span>{t('landfill.levelDays')}</span>
      </h3>
      {error ? (
        <Refused fault={error} title={t('landfill.levelsFailed')} />
      ) : !data ? (
        <Hairlines rows={2} label={t('page.loading')} />
      ) : !line ? (
        <p className="up-text">{t('landfill.noLevels', { n: well.levelM === null ? '—' : number(well.levelM, 2) })}</p>
      ) : (
        <figure className="lf-levels">
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('landfill.levelWords', line.words)}>
            {line.warnY === null ? null : <path className="lf-warn" d={`M0 ${line.warnY}H${WIDTH}`} />}
            <path className="lf-level" d={line.path} />
          </svg>
          <figcaption>
            <span>{dayOf(points[0]?.at ?? 0)}</span>
            <span>{t('landfill.levelWords', line.words)}</span>
          </figcaption>
        </figure>
      )}
    </section>
  )
}
