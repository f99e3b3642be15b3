import { useState } from 'react'
import type { City } from '../../../server/contract/city.ts'
import { type Days, dayNumberAt, lengthOf } from '../../charts/day-number.ts'
import { type Bin, binsOf, domainOf, extentOf, holds, lastDays, shiftDays } from '../../charts/day-window.ts'
import { type Playback, usePlayback } from '../../charts/use-playback.ts'
import { countPoints, passes } from '../heat/count-points.ts'
import { type Heat, indexesOf, useHeat } from '../heat/use-heat.ts'
import type { Picture } from '../picture.ts'
import type { Change } from '../use-picture.ts'
import type { Moment } from './city-moment.ts'
import { useDays } from './use-days.ts'

export interface HeatTime {
  heat: Heat
  days: Days
  today: number
  extent: Days
  domain: Days
  bins: Bin[]
  /** The moment that the things are of, where they follow these days into the past. */
  until: Moment | undefined
  /** How many points the days and filters leave. */
  count: number
  playback: Playback
  choose: (days: Days) => void
  preset: (days: Days) => void
  step: (by: number) => void
}

/** The heat map and its time: chosen days, the span of the bar, and playback. The span stays while a window moves in it, else the scale
 *  would change under the hand. */
export function useHeatTime(city: City, picture: Picture, change: Change): HeatTime {
  const today = dayNumberAt(Date.now() / 1000)
  const [days, write, until] = useDays(picture, change, lastDays(30, today))
  const heat = useHeat(city, picture, days)
  const points = picture.heat === 'inspections' ? heat.inspections : heat.complaints
  const firsts = [heat.complaints?.at[0], heat.inspections?.at[0]].filter((at) => at !== undefined)
  const extent = extentOf(firsts.length > 0 ? [Math.min(...firsts)] : [], today)
  const [kept, keep] = useState<Days>()
  const domain = kept && holds(kept, days) ? kept : domainOf(days, extent, today)
  const filter = points && {
    classes: indexesOf(points.classes, picture.classes),
    sources: indexesOf(points.sources, picture.sources),
  }
  const choose = (next: Days): void => {
    keep(domain)
    write(next)
  }
  /** From the end it begins again. A window as wide as the bar has nowhere to go; a week of it has. */
  const rewind = (): void => {
    if (days.last < domain.last) return
    const wide = lengthOf(days) >= lengthOf(domain)
    const length = wide ? Math.max(1, Math.min(7, lengthOf(days) - 1)) : lengthOf(days)
    choose({ first: domain.first, last: domain.first + length - 1 })
  }
  const playback = usePlayback(rewind, (by) => {
    if (days.last >= domain.last) return false
    choose(shiftDays(days, by, domain))
    return true
  })
  return {
    heat,
    days,
    until,
    today,
    extent,
    domain,
    bins: binsOf(points?.at ?? [], domain, points && filter ? passes(points, filter) : undefined),
    count: points && filter ? countPoints(points, days, filter).total : 0,
    playback,
    choose,
    preset: (next) => {
      keep(undefined)
      write(next, 'push')
    },
    step: (by) => choose(shiftDays(days, by, domain)),
  }
}
