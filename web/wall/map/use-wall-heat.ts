import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { City } from '../../../server/contract/city.ts'
import type { HeatSubject } from '../../../server/contract/heat.ts'
import type { Scene } from '../../../server/contract/wall.ts'
import { getHeat } from '../../api.ts'
import type { HeatPicture } from '../../map/city-map.ts'
import { DIFFERENCE_STEPS, densityOf, differenceOf, HEAT_STEPS } from '../../map/heat-cells.ts'
import { type HeatColumns, readHeat } from '../../map/read-heat.ts'
import { sharedHeat } from './shared-heat.ts'
import { beginOf, countsOf, endOf, hourShown, type Lapse, lapseOf, pointsUpTo } from './time-lapse.ts'

const REFRESH_MS = 60_000
const DAY_MS = 86_400_000
/** Where nobody says over how many days. */
const USUAL_DAYS = 30
/** A month of the densities, in days. */
const MONTH_DAYS = 365.2425 / 12
/** Of a time-lapse, in cases per km² per day. One case is 7 at its own corner: two at one corner are a step more, and so is each doubling. */
export const DAY_STEPS = [1, 3, 6, 12, 24]
const LAPSE_STEPS = DAY_STEPS.map((step) => step * MONTH_DAYS)

export interface WallHeat {
  picture: HeatPicture | null
  /** Of a scene with a time-lapse; undefined before its cases were read. */
  lapse: { lapse: Lapse; hour: number; counts: number[] } | undefined
}

const usePoints = (subject: HeatSubject, wanted: boolean) =>
  useQuery({
    queryKey: ['heat', subject],
    queryFn: async ({ signal }) => readHeat(await getHeat(subject, signal)),
    enabled: wanted,
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
    // Nobody looks at it in other scenes, and it is all cases of all time.
    gcTime: 3 * REFRESH_MS,
    // The same points are the same object: what is drawn of them stays as it is.
    structuralSharing: (before, next) => sharedHeat(before as HeatColumns | undefined, next as HeatColumns),
  }).data

export interface HeatNeeds {
  city: City
  scene: Pick<Scene, 'map' | 'seconds'>
  /** Unix ms; and when the scene began. */
  now: number
  since: number
  /** Of the difference, as the panel beside it counts. */
  days: number | undefined
  /** Nothing is to move: the whole picture at once. */
  still: boolean
}

/** What the scene asks for: where the public complained, where the bureau looked, or the one minus the other; or the complaints of the last hours, one hour
 *  after another. */
export function useWallHeat({ city, scene, now, since, days = USUAL_DAYS, still }: HeatNeeds): WallHeat {
  const { heat, timeLapse } = scene.map
  const complaints = usePoints('complaints', heat === 'complaints' || heat === 'difference')
  const inspections = usePoints('inspections', heat === 'inspections' || heat === 'difference')
  const grid = useMemo(() => ({ origin: city.centre, bounds: city.bounds ?? undefined }), [city.centre, city.bounds])
  const lapsed = timeLapse === undefined || heat === 'difference' ? undefined : heat
  const isLapse = lapsed !== undefined
  const points = heat === 'inspections' ? inspections : complaints

  // The hours stand for as long as the scene does.
  const lapse = useMemo(() => lapseOf(since, timeLapse ?? 1), [since, timeLapse])
  const hour = still ? lapse.hours - 1 : hourShown(lapse, now - since, scene.seconds)
  const counts = useMemo(() => (isLapse && points ? countsOf(lapse, points) : undefined), [isLapse, points, lapse])
  const lapsePicture = useMemo<HeatPicture | null>(() => {
    if (!lapsed || !points) return null
    const window = { from: beginOf(lapse, 0) / 1_000, to: endOf(lapse) }
    const cells = densityOf(pointsUpTo(points, lapse, hour), window, grid)
    // Half of the first step is where a colour begins: the foot of every single case would veil the town.
    const evidence = cells.density.map((density) => density / (LAPSE_STEPS[0] ?? 1))
    return { mode: lapsed, cells: { ...cells, evidence }, steps: LAPSE_STEPS }
  }, [lapsed, points, lapse, hour, grid])

  const day = Math.floor(now / DAY_MS)
  const whole = useMemo<HeatPicture | null>(() => {
    if (!heat || isLapse) return null
    const window = { from: ((day + 1 - days) * DAY_MS) / 1_000, to: ((day + 1) * DAY_MS) / 1_000 }
    const cellsOf = (of: typeof points) => of && densityOf(of, window, grid)
    const [said, looked] = [cellsOf(complaints), cellsOf(inspections)]
    if (heat === 'difference')
      return said && looked ? { mode: heat, cells: differenceOf(said, looked), steps: DIFFERENCE_STEPS } : null
    const cells = heat === 'complaints' ? said : looked
    return cells ? { mode: heat, cells, steps: HEAT_STEPS } : null
  }, [heat, isLapse, day, days, complaints, inspections, grid])

  return { picture: isLapse ? lapsePicture : whole, lapse: counts && { lapse, hour, counts } }
}
