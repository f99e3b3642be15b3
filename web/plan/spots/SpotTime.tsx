import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeatSubject } from '../../../server/contract/heat.ts'
import { getHeat } from '../../api.ts'
import { type Days, dayText, lengthOf } from '../../charts/day-number.ts'
import {
  binDays,
  binsOf,
  daysOfPreset,
  domainOf,
  extentOf,
  holds,
  moveEnd,
  type Preset,
  presetsOf,
  sameDays,
  shiftDays,
} from '../../charts/day-window.ts'
import { PlaybackControls } from '../../charts/PlaybackControls.tsx'
import { TimeHistogram } from '../../charts/TimeHistogram.tsx'
import { ticksOf } from '../../charts/time-ticks.ts'
import { usePlayback } from '../../charts/use-playback.ts'
import { useCityName } from '../../console/use-city-name.ts'
import { dayOf, dayWords, number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { readHeat } from '../../map/read-heat.ts'
import { Button } from '../../ui/Button.tsx'
import { SpotThings } from './SpotThings.tsx'
import { useSpotDesk } from './spot-desk.tsx'

/** The time of all that is on the map: of the cells, and of the things as they stood when the window ends (P7). The same bar as the atlas has. */
export function SpotTime() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { search, span, days, today, reading, chooseDays } = useSpotDesk()
  const points = usePoints(subjectOf(search))
  const extent = useMemo(() => extentOf(points ?? [], today), [points, today])
  const [kept, keep] = useState<Days>()
  const domain = kept && holds(kept, days) ? kept : domainOf(days, extent, today)
  const bins = useMemo(
    () => binsOf(points ?? [], { first: domain.first, last: domain.last }),
    [points, domain.first, domain.last],
  )
  const choose = (next: Days): void => {
    keep(domain)
    chooseDays(next)
  }
  const rewind = (): void => {
    if (days.last < domain.last) return
    const length = Math.min(lengthOf(days), Math.max(1, Math.floor(lengthOf(domain) / 3)))
    choose({ first: domain.first, last: domain.first + length - 1 })
  }
  const playback = usePlayback(rewind, (by) => {
    if (days.last >= domain.last) return false
    // The next step waits for the answer to this one: what is shown is always of the days that are named.
    if (!reading.isPassing) choose(shiftDays(days, by, domain))
    return true
  })
  const nameOf = (preset: Preset): string =>
    preset.kind === 'last'
      ? t('time.lastDays', { n: preset.days })
      : preset.kind === 'year'
        ? t('time.year', { year: preset.year })
        : t('time.all')
  const [first, last] = [dayWords(dayText(days.first), language), dayWords(dayText(days.last), language)]
  const since = useCityName()?.since
  const isUnrecorded = search.things.length > 0 && since != null && span.to < since
  const peak = bins.reduce((most, { count }) => Math.max(most, count), 0)
  return (
    <section className="spot-time" aria-label={t('time.title')}>
      <div className="spot-time-line">
        <div className="spot-presets">
          {presetsOf(extent, today)
            .filter(({ kind }) => kind !== 'year')
            .map((preset) => {
              const of = daysOfPreset(preset, extent, today)
              const capped = { first: of.first, last: Math.min(of.last, today) }
              return (
                <Button
                  key={nameOf(preset)}
                  small
                  pressed={sameDays(capped, days)}
                  onClick={() => {
                    keep(undefined)
                    chooseDays(capped)
                  }}
                >
                  {nameOf(preset)}
                </Button>
              )
            })}
        </div>
        <p className="spot-days">
          <b>
            {first} – {last}
          </b>
          <span>{t('time.length', { count: lengthOf(days) })}</span>
        </p>
        <SpotThings />
        <PlaybackControls playback={playback} steady />
      </div>
      {isUnrecorded ? (
        <p className="spot-since" role="status">
          {t('spots.thingsSince', { day: dayWords(dayOf(since), language) })}
        </p>
      ) : null}
      {reading.period ? (
        <p className="spot-since">
          {t('spots.ownPeriod', {
            from: dayWords(dayOf(reading.period.from), language),
            to: dayWords(dayOf(Date.parse(reading.period.to) - 1), language),
          })}
        </p>
      ) : null}
      <TimeHistogram
        bins={bins}
        first={days.first}
        last={days.last}
        ticks={ticksOf(domain)}
        most={points ? t(binDays(domain) === 1 ? 'time.mostDay' : 'time.mostWeek', { n: number(peak) }) : ''}
        words={{
          ...{ start: t('time.start'), end: t('time.end'), window: t('time.window') },
          ...{ startValue: first, endValue: last },
        }}
        onEnd={(end, day) => choose(moveEnd(days, end, day, domain))}
        onShift={(by) => choose(shiftDays(days, by, domain))}
        onWindow={(from, to) => choose({ first: from, last: to })}
      />
    </section>
  )
}

const subjectOf = ({ lens, subject, indicator }: ReturnType<typeof useSpotDesk>['search']): HeatSubject =>
  lens === 'debt' || (lens === 'compare' ? indicator : subject) === 'inspections' ? 'inspections' : 'complaints'

/** Unix seconds of all that came, ascending: the bars of the bar. */
const usePoints = (subject: HeatSubject): ArrayLike<number> | undefined =>
  useQuery({
    queryKey: ['heat', subject],
    queryFn: async ({ signal }) => readHeat(await getHeat(subject, signal)),
    ...{ staleTime: 5 * 60_000, structuralSharing: false },
  }).data?.at
