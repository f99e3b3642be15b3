import type { Scene } from '../../../server/contract/wall.ts'
import type { Part } from '../part.ts'

/** All lengths of the wall are in vh, hundredths of its height: 16:9 is 177.8 wide, 48:9 533.3. */
export type Vh = number

/** What stands over the map on its sides. */
export interface Insets {
  left: Vh
  right: Vh
  top: Vh
  bottom: Vh
}

/** As LANGUAGE.md composes the wall: margin, column, and the air beside it. */
const MARGIN = 3
const COLUMN = 39
const AIR = 3
const HEADER = 13.5
const TICKER = 21.5
const LEGEND = 6
/** What the colours of a heat say. */
const HEAT_KEY = 9
const ALARM: Insets = { left: MARGIN, right: 58 + AIR, top: 13 + AIR, bottom: 17 }

/** How high the foot of a scene is. */
export const footOf = ({ panels }: Pick<Scene, 'panels'>): Vh => (panels.foot === 'ticker' ? TICKER : LEGEND)

/** What is left of the map between header, columns and foot of a scene, or of an emergency. */
export function insetsOf(
  { panels, map }: Pick<Scene, 'panels'> & Partial<Pick<Scene, 'map'>>,
  isAlarm: boolean,
): Insets {
  if (isAlarm) return ALARM
  const side = (columns: readonly unknown[]): Vh => (columns.length > 0 ? MARGIN + COLUMN + AIR : MARGIN)
  return {
    ...{ left: side(panels.left), right: side(panels.right) },
    ...{ top: HEADER, bottom: footOf({ panels }) + (map?.heat ? HEAT_KEY : 0) },
  }
}

/** Where the frame has faded out over the map (.wall-scrim): words are not to be read through it. */
const SCRIM: Insets = { left: 48.5, right: 48.5, top: 18.5, bottom: 18.5 }

/** What is left of that for words on the map. */
export const clearOf = ({ left, right, top, bottom }: Insets): Insets => ({
  ...{ left: Math.max(left, SCRIM.left), right: Math.max(right, SCRIM.right) },
  ...{ top: Math.max(top, SCRIM.top), bottom: Math.max(bottom, SCRIM.bottom) },
})

/** As nearly every screen is. */
const SCREEN: Vh = 1600 / 9

/** Where a wall so wide has the edges of its screens, from the left. */
export function seamsOf(width: Vh): Vh[] {
  const screens = Math.max(1, Math.round(width / SCREEN))
  return Array.from({ length: screens - 1 }, (_, at) => ((at + 1) * width) / screens)
}

/** Width of the whole wall, all of its screens together, for a screen of so many pixels. */
export const wholeWidth = (width: number, height: number, part: Part | null): Vh =>
  (width / Math.max(1, height)) * 100 * (part?.of ?? 1)
