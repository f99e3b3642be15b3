import { useHotKeys } from '../ui/use-hot-keys.ts'

export interface AtlasKeys {
  list: () => void
  heat: () => void
  problems: () => void
  play: () => void
  step: (way: 1 | -1) => void
  /** Only while the city is of a past moment: arrow keys step through it, except on the map, which they move. */
  lookingBack: boolean
  lookBack: () => void
  zoom: (by: number) => void
  extent: () => void
  goTo: () => void
  measure: () => void
  /** Only while measuring. */
  measuring: { add: () => void; undo: () => void } | undefined
  escape: () => void
}

/** MapLibre answers + and − itself while the map has the focus; both would zoom twice. */
const onMap = (): boolean => document.activeElement?.closest('.map-place') !== null

/** The keys of the map, as the help sheet lists them. */
export function useAtlasKeys(keys: AtlasKeys, enabled: boolean): void {
  const zoom = (by: number) => () => (onMap() ? undefined : keys.zoom(by))
  useHotKeys(
    {
      l: keys.list,
      h: keys.heat,
      p: keys.problems,
      b: keys.lookBack,
      t: keys.play,
      '[': () => keys.step(-1),
      ']': () => keys.step(1),
      '+': zoom(1),
      '=': zoom(1),
      '-': zoom(-1),
      '0': keys.extent,
      g: keys.goTo,
      m: keys.measure,
    },
    enabled,
  )
  // These are no single letters and stay when letters are turned off.
  useHotKeys(
    {
      escape: keys.escape,
      ...(keys.lookingBack && { arrowleft: () => keys.step(-1), arrowright: () => keys.step(1) }),
      ...(keys.measuring && { enter: keys.measuring.add, backspace: keys.measuring.undo }),
    },
    true,
  )
}
