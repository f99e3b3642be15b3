/** Closer nobody looks at a street: cases that only part here are of one place. */
const CLOSEST = 18.5
/** A little further than where it parts, so that the parts do not touch. */
const BEYOND = 0.4

/** What a click on many cases does: goes to where they part, or lists those of one place. */
export const clusterAnswer = (splitsAt: number, zoom: number): { zoomTo: number } | 'list' =>
  splitsAt > CLOSEST ? 'list' : { zoomTo: Math.max(splitsAt + BEYOND, zoom + 1) }
