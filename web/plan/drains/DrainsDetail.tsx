import { useTranslation } from 'react-i18next'
import type { CleanFirst, Dredging, DredgingRow } from '../../../server/contract/drain.ts'
import { number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Facts } from '../ranked/Facts.tsx'
import { sideOf } from '../ranked/side-of.ts'
import { ThingLink } from '../ranked/ThingLink.tsx'
import { useCatalogueWords } from '../use-catalogue-words.ts'
import { InletWorking } from './InletWorking.tsx'
import { useDrains } from './use-drains.ts'

/** The chosen drain and why it stands where it does; else how the list comes about. */
export function DrainsDetail() {
  const { asked, rain, dredging } = useDrains()
  if (asked.list === 'rain') return rain.data ? <Rain of={rain.data} at={asked.at} /> : null
  return dredging.data ? <Dredged of={dredging.data} at={asked.at} /> : null
}

function Rain({ of, at }: { of: CleanFirst; at: string | undefined }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const row = of.rows.find(({ id }) => id === at) ?? of.rows[0]
  return (
    <div className="ranked-detail">
      {row ? <InletWorking row={row} of={of} /> : null}
      <p className="ranked-source">
        {t('drains.howRain')} {sideOf(of.rules.source, language)}
      </p>
    </div>
  )
}

function Dredged({ of, at }: { of: Dredging; at: string | undefined }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useCatalogueWords()
  const row = of.overdue.find(({ id }) => id === at)
  return (
    <div className="ranked-detail">
      {row ? <Drain of={row} /> : null}
      <table className="ranked-table">
        <caption>{t('drains.byKind')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden">{t('drains.kind')}</span>
            </th>
            <th scope="col">{t('drains.inTime')}</th>
            <th scope="col">{t('drains.dueSoon')}</th>
            <th scope="col">{t('drains.figure.overdue')}</th>
            <th scope="col">{t('drains.never')}</th>
          </tr>
        </thead>
        <tbody>
          {of.kinds.map(({ kind, inTime, dueSoon, overdue, neverDredged }) => (
            <tr key={kind}>
              <th scope="row">{words.choice('drains', 'kind', kind)}</th>
              {[inTime, dueSoon, overdue, neverDredged].map((count, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: four columns that never move
                <td key={i} className={count === 0 ? 'zero' : undefined}>
                  {number(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="ranked-source">
        {t('drains.howDredging')} {sideOf(of.source, language)}
      </p>
    </div>
  )
}

function Drain({ of }: { of: DredgingRow }) {
  const { t } = useTranslation()
  const words = useCatalogueWords()
  const { id, name, kind, road, status, location, dredgedOn, dueOn, daysLate, cycleMonths, cycleAssumed } = of
  return (
    <section>
      <h2>{name}</h2>
      <ThingLink id={id} layer="drains" location={location} />
      <p className="hero">
        {daysLate === null ? '—' : number(daysLate)}
        <small>{daysLate === null ? t('drains.neverWhy') : t('drains.daysLate')}</small>
      </p>
      <Facts
        of={[
          { id: 'kind', name: t('drains.kind'), value: words.choice('drains', 'kind', kind) },
          { id: 'road', name: t('drains.road'), value: road || '—' },
          { id: 'status', name: t('drains.status'), value: words.status('drains', status).name },
          { id: 'last', name: t('drains.lastOn'), value: dredgedOn ?? '—' },
          { id: 'due', name: t('drains.dueOn'), value: dueOn ?? '—' },
          {
            id: 'cycle',
            name: t('drains.cycle'),
            value: t(cycleAssumed ? 'drains.monthsAssumed' : 'drains.months', { n: number(cycleMonths) }),
          },
        ]}
      />
    </section>
  )
}
