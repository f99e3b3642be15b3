import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Periods } from '../../../server/contract/work-calendar.ts'
import { Button } from '../../ui/Button.tsx'

interface PeriodsInputProps {
  periods: Periods
  disabled: boolean
  onChange: (periods: Periods) => void
}

const MOST = 6

/** Periods of a working day, from and to. */
export function PeriodsInput({ periods, disabled, onChange }: PeriodsInputProps) {
  const { t } = useTranslation()
  const change = (at: number, part: 0 | 1, time: string): void =>
    onChange(
      periods.map((period, index): [string, string] =>
        index !== at ? period : part === 0 ? [time, period[1]] : [period[0], time],
      ),
    )
  return (
    <fieldset className="periods">
      <legend>{t('rules.periods')}</legend>
      {periods.map(([from, to], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a period is nothing but its place in the day
        <p key={at}>
          <Input
            type="time"
            value={from}
            disabled={disabled}
            aria-label={t('rules.periodFrom', { n: at + 1 })}
            onChange={({ target }) => change(at, 0, target.value)}
          />
          –
          <Input
            type="time"
            value={to}
            disabled={disabled}
            aria-label={t('rules.periodTo', { n: at + 1 })}
            onChange={({ target }) => change(at, 1, target.value)}
          />
          <Button
            small
            look="quiet"
            disabled={disabled || periods.length === 1}
            onClick={() => onChange(periods.filter((_, index) => index !== at))}
          >
            {t('rules.periodRemove')}
          </Button>
        </p>
      ))}
      <Button
        small
        disabled={disabled || periods.length === MOST}
        onClick={() => onChange([...periods, [periods.at(-1)?.[1] ?? '18:00', '20:00']])}
      >
        {t('rules.periodAdd')}
      </Button>
    </fieldset>
  )
}
