import { useTranslation } from 'react-i18next'
import type { Replacement, ReplacementRow } from '../../../server/contract/replacement.ts'
import { clock, dayOf, number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Facts } from '../ranked/Facts.tsx'
import { sideOf } from '../ranked/side-of.ts'
import { ThingLink } from '../ranked/ThingLink.tsx'
import { Working } from '../ranked/Working.tsx'
import { reckonScore } from './reckon-score.ts'
import { useReplacement } from './use-replacement.ts'

/** The formula, and how the chosen thing's score comes of it. */
export function ReplacementDetail() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { asked, list } = useReplacement()
  const of = list.data
  if (!of) return null
  const row = of.rows.find(({ id }) => id === asked.at) ?? of.rows[0]
  return (
    <div className="ranked-detail">
      {row ? <Scored row={row} of={of} /> : null}
      <section>
        <h3>{t('replacement.formula')}</h3>
        <p>{of.rules.formula[language]}</p>
      </section>
      <p className="ranked-source">
        {sideOf(of.rules.source, language)} {t('ranked.asOf', { time: `${dayOf(of.asOf)} ${clock(of.asOf)}` })}
      </p>
    </div>
  )
}

function Scored({ row, of }: { row: ReplacementRow; of: Replacement }) {
  const { t } = useTranslation()
  const { plusFaults, powers, faultMonths } = of.rules
  const by = reckonScore(row, of.rules)
  const power = (of: number): string => (of === 1 ? '' : `^${number(of, 2)}`)
  return (
    <>
      <header>
        <h2>{row.name}</h2>
        <ThingLink id={row.id} layer={row.layer} location={row.location} />
        <p className="hero">
          {number(row.score)}
          <small>{t('replacement.hero', { rank: number(row.rank), all: number(of.total) })}</small>
        </p>
      </header>
      <Working
        title={t('replacement.working')}
        terms={[
          {
            ...{ id: 'faults', name: t('replacement.term.faults', { n: faultMonths }) + power(powers.faults) },
            ...{ value: number(row.faults + plusFaults, 2), unit: t('replacement.unitCases') },
            ...(plusFaults > 0 ? { note: t('replacement.plus', { n: number(plusFaults, 2) }) } : {}),
          },
          {
            ...{ id: 'age', sign: '×', name: t('replacement.term.age') + power(powers.age) },
            ...{ value: number(row.ageYears, 2), unit: t('replacement.unitYears') },
            note: t('replacement.since', { day: row.installedOn }),
          },
          {
            ...{ id: 'cost', sign: '×', name: t('replacement.term.cost') + power(powers.cost) },
            ...{ value: number(row.costYuan), unit: t('replacement.yuan') },
          },
          { id: 'score', sign: '=', name: t('replacement.column.score'), value: number(by.score), sum: true },
        ]}
      />
      <Facts
        of={[
          { id: 'life', name: t('replacement.life'), value: t('replacement.years', { n: number(row.lifeYears) }) },
          {
            ...{ id: 'left', name: t('replacement.left') },
            value: row.beyondLife
              ? t('replacement.over', { n: number(row.ageYears - row.lifeYears, 1) })
              : t('replacement.years', { n: number(row.lifeYears - row.ageYears, 1) }),
          },
        ]}
      />
    </>
  )
}
