import './evaluation.css'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { WallFigures } from '../../../server/contract/wall.ts'
import { number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { orderRates } from './order-rates.ts'
import { Nothing, Panel } from './Panel.tsx'
import type { PanelProps } from './panels.ts'
import { useCutNote } from './use-cut-note.ts'
import { useRows } from './use-rows.ts'

const ROW = 4
const HEAD = 6.4

type Rate = NonNullable<WallFigures['rates']>['rates'][number]

/** This month's rates, each with what it stands on and how it was before. */
export function EvaluationPanel({ figures: { rates: told } }: PanelProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const rates = orderRates(told?.rates ?? [])
  const [score] = told?.scores ?? []
  const above = score ? HEAD : 0
  const { body, shown } = useRows(rates.length, ROW, above)
  const cut = useCutNote(shown, rates.length)
  const head = { id: 'evaluation', title: t('wallPanel.evaluation') }
  if (!told)
    return (
      <Panel {...head} wants={12}>
        <Nothing why={t('wallPanel.evaluationNone')} />
      </Panel>
    )
  return (
    <Panel
      {...{ ...head, body, note: cut(t('wallPanel.evaluationNote')) }}
      wants={above + rates.length * ROW}
      least={above + 2 * ROW}
    >
      {score ? (
        <div className="wp-rate">
          <b>{score.value === null ? '—' : number(score.value, 1)}</b>
          <u>{score.value === null ? '' : t('wallPanel.points')}</u>
          <p>
            {score.name[language]}
            <br />
            <span>
              {score.value === null
                ? t('wallPanel.scoreNone')
                : score.grade === null
                  ? ''
                  : t('wallPanel.grade', { grade: score.grade })}
            </span>
          </p>
        </div>
      ) : null}
      {rates.slice(0, shown).map((rate) => (
        <RateRow key={rate.id} {...rate} />
      ))}
    </Panel>
  )
}

/** A bar from nothing to all, with a tick where it was before. */
function RateRow({ name, percent, before, numerator, denominator, better }: Rate) {
  const language = useLanguage()
  const change = percent === null || before === null ? 0 : Math.round((percent - before) * 10) / 10 + 0
  const isWorse = better === 'more' ? change < 0 : change > 0
  return (
    <div className="wp-rate-row">
      <span className="wp-cut">{name[language]}</span>
      <span className="wp-rate-bar" style={{ '--wp-share': (percent ?? 0) / 100 } as CSSProperties}>
        <i />
        {before === null ? null : <u style={{ '--wp-at': before / 100 } as CSSProperties} />}
      </span>
      <b className={percent === null ? 'is-zero' : undefined}>{percent === null ? '—' : percent.toFixed(1)}</b>
      <i className={change !== 0 && isWorse ? 'is-worse' : undefined}>
        {denominator === 0 || percent === null
          ? ''
          : change === 0
            ? '0.0'
            : `${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(1)}`}
      </i>
      <i>{`${number(numerator)}/${number(denominator)}`}</i>
    </div>
  )
}
