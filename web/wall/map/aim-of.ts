import type { City } from '../../../server/contract/city.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { Scene } from '../../../server/contract/wall.ts'
import type { Aim } from './camera-rule.ts'
import { boxOf, mercator, type Target } from './fit-view.ts'

/** A city's zoom is that at which its town fills a map of 1,440 pixels; towns are about twice as wide as high. */
const TOWN_PIXELS: readonly [number, number] = [1_220, 620]
const TILE = 512
/** A street corner with the blocks around it. */
const LATE_ZOOM = 16.6
/** 50 m are then 7 vh. */
const ALARM_ZOOM = 17.05
/** Of a way that is longer, so much is shown that one sees where it comes from. */
const ALARM_WAY_METRES = 900

/** The town of a city, to be fitted between the columns. */
export function townOf({ centre, zoom }: Pick<City, 'centre' | 'zoom'>): Target {
  const world = TILE * 2 ** zoom
  return { centre, half: [TOWN_PIXELS[0] / 2 / world, TOWN_PIXELS[1] / 2 / world], most: 16.5 }
}

export interface AimNeeds {
  city: Pick<City, 'centre' | 'zoom'>
  scene: Pick<Scene, 'camera'>
  /** An emergency, and the way of the crew that was sent. */
  alarm: { id: string; lngLat: LngLat; way: readonly LngLat[]; metres: number; isShown: boolean } | null
  /** A case that has just turned red. */
  visit: { id: string; lngLat: LngLat } | null
  /** The late cases, the longest late first. */
  late: readonly { id: string; lngLat: LngLat }[]
  /** Counts on with each look of a camera that follows the late. */
  beat: number
}

/** Where the camera ought to be: an emergency comes before a case that turned red, and that before the scene's own camera. */
export function aimOf({ city, scene, alarm, visit, late, beat }: AimNeeds): Aim {
  if (alarm) {
    // A crew that is sent later brings another picture, but no hurry.
    const isSent = alarm.way.length > 1
    return { key: `alarm:${alarm.id}:${isSent}`, urgent: !isSent || !alarm.isShown, target: alarmTarget(alarm) }
  }
  if (visit) return lookAt('visit', visit)
  const { camera } = scene
  if (camera === 'follow-late') {
    const one = late[beat % Math.max(1, late.length)]
    return one ? lookAt('late', one) : { key: 'city', urgent: false, target: townOf(city) }
  }
  if (camera === 'city') return { key: 'city', urgent: false, target: townOf(city) }
  return { key: JSON.stringify(camera), urgent: false, target: camera }
}

const lookAt = (why: string, { id, lngLat }: { id: string; lngLat: LngLat }): Aim => ({
  ...{ key: `${why}:${id}`, urgent: false },
  target: { centre: lngLat, zoom: LATE_ZOOM },
})

/** The emergency in the middle; the beginning of a way that is not too long is in the picture too. */
function alarmTarget({ lngLat, way, metres }: NonNullable<AimNeeds['alarm']>): Target {
  const [first] = way
  if (!first || metres > ALARM_WAY_METRES) return { centre: lngLat, zoom: ALARM_ZOOM - (first ? 0.6 : 0) }
  const box = boxOf([...way, lngLat], ALARM_ZOOM)
  if (!box || !('half' in box)) return { centre: lngLat, zoom: ALARM_ZOOM }
  // Air around the way for its names: half as much again, and the ring at least.
  const least = Math.abs(mercator([lngLat[0] + 0.0011, lngLat[1]])[0] - mercator(lngLat)[0])
  return { ...box, half: [box.half[0] * 1.35 + least, box.half[1] * 1.35 + least] }
}
