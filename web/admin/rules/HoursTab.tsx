import { Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Periods } from '../../../server/contract/work-calendar.ts'
import type { Seen } from '../../api-admin.ts'
import type { HoursAnswer } from '../../api-rules.ts'
import { WithAge } from '../../console/WithAge.tsx'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { hoursOf, periodWords } from './hours-words.ts'
import { Origin } from './Origin.tsx'
import { PeriodsInput } from './PeriodsInput.tsx'
import { useChangeHours, useHours } from './queries.ts'
import { RuleRefused } from './RuleRefused.tsx'
import { useVersionWords } from './use-version-words.ts'

/** When the bureau works: a preset, or hours of its own. */
export function HoursTab({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation()
  const hours = useHours()
  return (
    <WithAge of={hours} title={t('rules.readFailed')}>
      {(seen) => <HoursEdit key={seen.etag} seen={seen} mayWrite={mayWrite} onReload={() => void hours.refetch()} />}
    </WithAge>
  )
}

interface HoursEditProps {
  seen: Seen<HoursAnswer>
  mayWrite: boolean
  onReload: () => void
}

function HoursEdit({ seen: { of, etag }, mayWrite, onReload }: HoursEditProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const versionWords = useVersionWords()
  const { hours, presets } = of
  const [periods, setPeriods] = useState<Periods>(hours.periods)
  const change = useChangeHours()
  const isGood = Periods.safeParse(periods).success
  const isChanged = periodWords(periods) !== periodWords(hours.periods)
  const why = !mayWrite
    ? t('admin.onlyAdmin')
    : !isGood
      ? t('rules.periodsBad')
      : isChanged
        ? t('rules.fromNowOn')
        : t('admin.nothingChanged')
  return (
    <Form<{ reason?: string }>
      layout="vertical"
      requiredMark={false}
      className="hours"
      onFinish={({ reason }) => change.mutate({ draft: periods, edit: { etag, reason: reason || undefined } })}
    >
      <p className="hours-now">
        {t('rules.hoursNow', { hours: hoursOf(hours.periods) })} <b>{periodWords(hours.periods)}</b>
      </p>
      <p className="field-note">
        {versionWords(hours)}
        {t('rules.olderKeep')}
      </p>
      <fieldset className="presets">
        <legend>{t('rules.presets')}</legend>
        {presets.map((preset) => (
          <label key={preset.id}>
            <input
              type="radio"
              name="preset"
              disabled={!mayWrite}
              checked={periodWords(preset.periods) === periodWords(periods)}
              onChange={() => setPeriods(preset.periods)}
            />
            <b>{preset.name[language]}</b> {periodWords(preset.periods)}
            <Origin {...preset} />
          </label>
        ))}
      </fieldset>
      <PeriodsInput periods={periods} disabled={!mayWrite} onChange={setPeriods} />
      {isChanged ? (
        <Form.Item name="reason" label={t('rules.reason')}>
          <Input maxLength={200} disabled={!mayWrite} autoComplete="off" />
        </Form.Item>
      ) : null}
      {change.error ? <RuleRefused fault={change.error} onReload={onReload} /> : null}
      <p className="verb-line">
        <Button look="primary" type="submit" disabled={!mayWrite || !isGood || !isChanged || change.isPending}>
          {t('rules.saveNew')}
        </Button>
        <small>{why}</small>
      </p>
    </Form>
  )
}
