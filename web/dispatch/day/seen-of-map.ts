import type { Seen } from './route-view.ts'

/** How much of the desk's map is in sight beside the panel. */
export function seenOfMap(): Seen {
  const map = document.querySelector('.dispatch-map')?.getBoundingClientRect()
  const panel = document.querySelector('.day')?.getBoundingClientRect()
  const { width = 0, height = 0, right = 0 } = map ?? {}
  return { width, height, hiddenRight: Math.max(0, right - (panel?.left ?? right)) }
}
