import type { State } from '../../server/contract/state.ts'

/** The shape of a state in a box of 24, as an SVG path: whoever cannot tell the colours apart reads the shape.
 *  Areas are near equal, so that no state looks heavier by its shape alone. */
export const STATE_SHAPES: Readonly<Record<State, string>> = {
  normal: 'M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18Z',
  unknown: 'M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16Z',
  working:
    'M5.5 4h13a1.5 1.5 0 0 1 1.5 1.5v13a1.5 1.5 0 0 1-1.5 1.5h-13a1.5 1.5 0 0 1-1.5-1.5v-13a1.5 1.5 0 0 1 1.5-1.5Z',
  due: 'M12 2.2L22.6 20.6H1.4Z',
  late: 'M12 0.8L23.2 12L12 23.2L0.8 12Z',
  emergency: 'M8 2h8l6 6v8l-6 6H8l-6-6V8Z',
}

/** The exclamation mark of an emergency, in the same box. */
export const EXCLAMATION = 'M10.6 6.2h2.8l-.5 7.6h-1.8Z M12 15.2a1.6 1.6 0 1 1 0 3.2a1.6 1.6 0 1 1 0-3.2Z'

/** Only `unknown` is hollow: nothing is known of its inside. */
export const isHollow = (state: State): boolean => state === 'unknown'

/** Dash and gap of the hollow ring, in units of the box: 10 dashes round a circle of radius 8. */
export const RING_DASH = [3, 2.03] as const

/** Where an icon or a count stands: a triangle's middle is low. */
export const middleOf = (state: State): number => (state === 'due' ? 14 : 12)
