import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Evaluation } from '../../server/contract/evaluation.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { type EvaluationSearch, GROUPS, PRESETS, SIDES } from './evaluation-search.ts'
import type { Period } from './period.ts'
import { saveFile } from './save-file.ts'
import { writeEvaluationCsv } from './write-evaluation-csv.ts'

interface PeriodBarProps {
  period: Period
  search: EvaluationSearch
  evaluation: Evaluation | undefined
  nameOf: (group: string) => string
  onChange: (more: EvaluationSearch) => void
}

/** Which period, by what, which rates; and out of the page as a table or on paper. */
export function PeriodBar({ period, search, evaluation, nameOf, onChange }: PeriodBarProps) {
  const { t } = useTranslation()
  const { by = 'all', side = 'handling' } = search
  const { preset, first, last } = period
  const day = (key: 'from' | 'to', label: string, value: string) => (
    <Input
      type="date"
      value={value}
      aria-label={label}
      onChange={({ target }) => onChange({ period: 'free', from: first, to: last, [key]: target.value })}
    />
  )
  const save = (): void => {
    if (evaluation) saveFile(`evaluation-${by}-${first}-${last}.csv`, writeEvaluationCsv(evaluation, nameOf))
  }
  return (
    <div className="period-bar">
      <Choice
        label={t('rates.choosePeriod')}
        value={preset}
        options={PRESETS.map((id) => ({ id, name: t(`period.${id}`) }))}
        onChange={(id) => onChange({ period: id, ...(id === 'free' ? { from: first, to: last } : {}) })}
      />
      {preset === 'free' ? (
        <span className="free-days">
          {day('from', t('rates.firstDay'), first)}–{day('to', t('rates.lastDay'), last)}
        </span>
      ) : null}
      <Choice
        label={t('rates.chooseBy')}
        value={by}
        options={GROUPS.map((id) => ({ id, name: t(`rateBy.${id}`) }))}
        onChange={(id) => onChange({ by: id, sort: undefined })}
      />
      <Choice
        label={t('rates.chooseSide')}
        value={side}
        options={SIDES.map((id) => ({ id, name: t(`rateSide.${id}`) }))}
        onChange={(id) => onChange({ side: id, sort: undefined })}
      />
      <span className="period-verbs">
        <Button small disabled={!evaluation} onClick={save}>
          {t('rates.csv')}
        </Button>
        <Button small onClick={() => print()}>
          {t('rates.print')}
        </Button>
      </span>
    </div>
  )
}
