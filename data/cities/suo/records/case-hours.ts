import type { Random } from '../../town/random.ts'

/** Parts of a day in minutes with their shares. */
type Hours = readonly (readonly [from: number, to: number, share: number])[]

const OFFICE: Hours = [
  [510, 715, 0.55],
  [870, 1075, 0.45],
]
const NIGHT_PATROL: Hours = [[1200, 1400, 1]]
const PUBLIC: Hours = [
  [430, 520, 0.08],
  [520, 720, 0.38],
  [720, 870, 0.08],
  [870, 1080, 0.26],
  [1110, 1360, 0.2],
]
const PUBLIC_EVENING: Hours = [
  [540, 700, 0.14],
  [1140, 1410, 0.86],
]
const CAMERA: Hours = [
  [400, 1320, 0.9],
  [0, 400, 0.1],
]
const ALL_DAY: Hours = [[0, 1439, 1]]
const DUSK: Hours = [[1120, 1400, 1]]

export function hoursOf(source: string, evening: boolean): Hours {
  if (source === 'patrol') return evening ? NIGHT_PATROL : OFFICE
  if (source === 'video') return CAMERA
  if (source === 'sensor') return evening ? DUSK : ALL_DAY
  if (source === 'transfer' || source === 'proposal' || source === 'reception' || source === 'county-mailbox')
    return OFFICE
  return evening ? PUBLIC_EVENING : PUBLIC
}

/** Offices that are closed on days off: what they hand over comes on working days only. */
export const needsOffice = (source: string): boolean => hoursOf(source, false) === OFFICE && source !== 'patrol'

/** A minute of the day, with a fraction for the seconds. */
export function minuteIn(hours: Hours, dice: Random): number {
  let left = dice.next()
  for (const [from, to, share] of hours) {
    if (left < share) return dice.range(from, to)
    left -= share
  }
  const [from, to] = hours[0] ?? [0, 1439]
  return dice.range(from, to)
}
