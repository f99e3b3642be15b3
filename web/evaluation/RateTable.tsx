import { useTranslation } from 'react-i18next'
import type { EvaluatedGroup, Evaluation, Rate } from '../../server/contract/evaluation.ts'
import { number } from '../format.ts'
import { useLanguage } from '../i18n/use-language.ts'
import type { Side } from './evaluation-search.ts'
import { FigureCell } from './FigureCell.tsx'
import { figureOf, orderGroups, ratesOf } from './figures.ts'

interface RateTableProps {
  of: Evaluation
  side: Side
  sort: string | undefined
  nameOf: (group: string) => string
  onSort: (sort: string | undefined) => void
  onOpen: (group: string, rate: string) => void
}

/** A row a group, a column a rate; every number opens to its cases. */
export function RateTable({ of, side, sort, nameOf, onSort, onOpen }: RateTableProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const rates = ratesOf(of.formulas, side)
  const score = of.formulas.scores[0]
  const head = (key: string, name: string) => (
    <th key={key} scope="col" aria-sort={sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : undefined}>
      <button type="button" onClick={() => onSort(nextSort(sort, key))}>
        {name}
      </button>
    </th>
  )
  if (of.groups.length === 0) return <p className="nothing">{t('rates.nothing')}</p>
  return (
    <section className="rate-scroll" aria-label={t('rates.title')}>
      <table className="rates">
        <thead>
          <tr>
            <th scope="col">{t(`rateBy.${of.by}`)}</th>
            {side === 'handling' && score ? head('score', score.name[language]) : null}
            {rates.map(({ id, name }) => head(id, name[language]))}
          </tr>
        </thead>
        <tbody>
          {orderGroups(of.groups, sort).map((group) => (
            <tr key={group.group}>
              <th scope="row">
                {nameOf(group.group)}
                <small>{t('rates.received', { n: number(group.counts.received) })}</small>
              </th>
              {side === 'handling' && group.counts.due === 0 ? (
                <td className="nothing-due" colSpan={rates.length + (score ? 1 : 0)}>
                  {t('rates.noScore')}
                </td>
              ) : (
                <Figures of={group} side={side} rates={rates} name={nameOf(group.group)} onOpen={onOpen} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface FiguresProps {
  of: EvaluatedGroup
  side: Side
  rates: readonly Rate[]
  name: string
  onOpen: (group: string, rate: string) => void
}

function Figures({ of, side, rates, name, onOpen }: FiguresProps) {
  const language = useLanguage()
  return (
    <>
      {side === 'handling' && of.scores.length > 0 ? <ScoreCell of={of} /> : null}
      {rates.map((rate) => {
        const figure = figureOf(of, rate.id)
        const label = `${name} ${rate.name[language]}`
        return figure ? (
          <FigureCell key={rate.id} figure={figure} label={label} onOpen={() => onOpen(of.group, rate.id)} />
        ) : (
          <td key={rate.id} />
        )
      })}
    </>
  )
}

function ScoreCell({ of }: { of: EvaluatedGroup }) {
  const { t } = useTranslation()
  const { value = null, grade = null } = of.scores[0] ?? {}
  return (
    <td className="score">
      {value === null ? (
        <span className="no-value">{t('rates.noScore')}</span>
      ) : (
        <>
          <b>{number(value, 1)}</b>
          <small>{t('rates.grade', { grade })}</small>
        </>
      )}
    </td>
  )
}

/** The least first, then the greatest, then as it comes. */
const nextSort = (sort: string | undefined, key: string): string | undefined =>
  sort === key ? `-${key}` : sort === `-${key}` ? undefined : key
