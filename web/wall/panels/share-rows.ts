/** With less room than for these, the classes of roads are left to the header's rate. */
const LEAST_ROADS = 3

/** How the lines of the lights are shared: all classes, a caption and roads where at least three of those have room, else roads alone: where it is
 *  dark is what somebody can act on. @param shown lines that fit */
export function shareRows(shown: number, classes: number, roads: number): { classes: number; roads: number } {
  if (roads === 0) return { classes: Math.min(shown, classes), roads: 0 }
  const beside = shown - classes - 1
  if (beside >= Math.min(LEAST_ROADS, roads)) return { classes, roads: Math.min(roads, beside) }
  return { classes: 0, roads: Math.min(roads, Math.max(0, shown - 1)) }
}
