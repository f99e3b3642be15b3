import { useTranslation } from 'react-i18next'
import type { EvaluatedGroup, Evaluation } from '../../server/contract/evaluation.ts'
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
              {side === 'handling' && score ? <ScoreCell of={group} /> : null}
              {rates.map(({ id, name }) => {
                const figure = figureOf(group, id)
                return figure ? (
                  <FigureCell
                    key={id}
                    figure={figure}
                    label={`${nameOf(group.group)} ${name[language]}`}
                    onOpen={() => onOpen(group.group, id)}
                  />
                ) : (
                  <td key={id} />
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
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
