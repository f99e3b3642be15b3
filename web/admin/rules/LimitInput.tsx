import { InputNumber, Select, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Limit, LimitUnit } from '../../../server/contract/clock.ts'

interface LimitInputProps {
  value?: Limit
  onChange?: (limit: Limit) => void
  disabled?: boolean
  /** What it limits, for who does not see the column. */
  label: string
}

/** So much time, in the unit that it is counted in. */
export function LimitInput({
  value = { value: 1, unit: 'work-hour' },
  onChange,
  disabled = false,
  label,
}: LimitInputProps) {
  const { t } = useTranslation()
  return (
    <Space.Compact>
      <InputNumber
        min={0.01}
        max={10_000}
        value={value.value}
        disabled={disabled}
        aria-label={label}
        style={{ width: 88 }}
        onChange={(number) => number !== null && onChange?.({ ...value, value: number })}
      />
      <Select
        value={value.unit}
        disabled={disabled}
        aria-label={`${label} ${t('rules.unit')}`}
        style={{ width: 140 }}
        onChange={(unit) => onChange?.({ ...value, unit })}
        options={LimitUnit.options.map((unit) => ({ value: unit, label: t(`limitUnit.${unit}`) }))}
      />
    </Space.Compact>
  )
}
