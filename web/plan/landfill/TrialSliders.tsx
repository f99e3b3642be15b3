import { useTranslation } from 'react-i18next'
import type { LandfillOutlook } from '../../../server/contract/landfill.ts'
import { number, signed } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import { Slider } from '../../ui/Slider.tsx'
import { useLandfillDesk } from './landfill-desk.tsx'
import { isTried, moved, rangesOf, type Tried } from './trial.ts'

/** What would change the day: less in, packed denser, less soil. */
export function TrialSliders({ outlook }: { outlook: LandfillOutlook }) {
  const { t } = useTranslation()
  const { tried, try: tryIt } = useLandfillDesk()
  const ranges = rangesOf(outlook)
  const slider = (key: keyof Tried, show: (value: number) => string, unit: string) => {
    const range = ranges[key]
    const [was, value] = [range?.was ?? 0, tried[key] ?? range?.was ?? 0]
    const words = tried[key] === undefined ? `${show(was)} ${unit}` : `${show(was)} → ${show(value)} ${unit}`
    return (
      <Slider
        name={t(`landfill.${key}`)}
        {...(range ?? { was: 0, min: 0, max: 1, step: 0.01 })}
        {...{ value, words }}
        why={range ? undefined : t(`landfill.${key}Unknown` as 'landfill.tonnesUnknown')}
        onChange={(next) => {
          if (range) tryIt(moved(tried, key, next, range))
        }}
      />
    )
  }
  return (
    <fieldset className="lf-sliders">
      <legend className="hidden">{t('landfill.whatIf')}</legend>
      {slider('tonnes', (value) => number(value, 1), 't')}
      {slider('compaction', (value) => value.toFixed(2), 't/m³')}
      {slider('coverShare', (value) => number(value * 100), '%')}
      <TrialWords outlook={outlook} signedDays={(days) => signed(Math.round(days))} />
    </fieldset>
  )
}

function TrialWords({ outlook, signedDays }: { outlook: LandfillOutlook; signedDays: (days: number) => string }) {
  const { t } = useTranslation()
  const { tried, try: tryIt, answer, compared, compareFault } = useLandfillDesk()
  if (!isTried(tried)) return <p className="lf-answer is-quiet">{t('landfill.whatIfNote')}</p>
  const span = compared?.changed?.daysLeft
  const gained = answer?.daysGained ?? null
  const days = Math.floor(answer?.daysLeft ?? 0)
  return (
    <div className="lf-answer">
      <p role="status">
        {!answer ? (
          t('landfill.noTrial')
        ) : answer.daysLeft === null ? (
          <b>{t('landfill.trialNever')}</b>
        ) : (
          <>
            <b>{t('landfill.trial', { n: number(days) })}</b>
            {gained === null || Math.round(gained) === 0
              ? null
              : t(gained > 0 ? 'landfill.trialMore' : 'landfill.trialLess', {
                  n: signedDays(Math.abs(gained)).replace('+', ''),
                })}
          </>
        )}
      </p>
      <Button small look="quiet" onClick={() => tryIt({})}>
        {t('landfill.reset')}
      </Button>
      <small>
        {compareFault
          ? t('landfill.compareFailed')
          : span && span.p10 !== null
            ? t('landfill.p10to90', {
                from: number(Math.floor(span.p10)),
                to: span.p90 === null ? '∞' : number(Math.floor(span.p90)),
              })
            : null}
        {compared && !compareFault
          ? ` · ${t('landfill.perDayChange', { was: number(outlook.foresight?.m3PerDay ?? 0, 1), now: number(compared.changedM3PerDay, 1) })}`
          : null}
      </small>
    </div>
  )
}
