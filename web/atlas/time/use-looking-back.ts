import type { City } from '../../../server/contract/city.ts'
import type { LayerPicture } from '../../api.ts'
import type { Picture } from '../picture.ts'
import type { Change } from '../use-picture.ts'
import { endOfDays, lastHour, type Moment, type Reach, reachOf, stepMoment } from './city-moment.ts'
import { type CityMoment, useCityMoment } from './use-city-moment.ts'
import { type CityPlayback, useCityPlayback } from './use-city-playback.ts'
import { type CityThen, useCityThen } from './use-city-then.ts'
import type { HeatTime } from './use-heat-time.ts'

export interface LookingBack extends Omit<CityThen, 'at'>, CityMoment {
  /** The moment that the map, the list and the card are of; undefined is now. */
  shownAt: Moment | undefined
  reach: Reach
  playback: CityPlayback
  /** From now to the last full hour, or from any moment to now. */
  toggle: () => void
  step: (way: 1 | -1) => void
}

/** The city at another moment than now. With the heat map on there is one time for both: the things are of the end of its days. */
export function useLookingBack(
  { city, layers, picture, mapBusy }: { city: City; layers: LayerPicture[]; picture: Picture; mapBusy: boolean },
  heat: Pick<HeatTime, 'days' | 'until'>,
  change: Change,
): LookingBack {
  const nowMs = Date.now()
  const reach = reachOf(city.since, nowMs)
  const moment = useCityMoment(picture, change)
  const withHeat = picture.heat !== undefined
  const settled = withHeat ? heat.until : picture.at
  const { at: shownAt, ...then } = useCityThen(settled, layers, mapBusy)
  const drawn = !then.waiting && !mapBusy && moment.at === picture.at
  const playback = useCityPlayback(withHeat ? undefined : moment.at, reach, drawn, moment.move)
  const at = withHeat ? heat.until : moment.at
  return {
    ...moment,
    ...then,
    at,
    shownAt,
    reach,
    playback,
    toggle: () => moment.choose(at ? undefined : withHeat ? endOfDays(heat.days, nowMs) : lastHour(reach)),
    step: (way) => at && moment.move(stepMoment(at, way * playback.stepHours, reach)),
  }
}
