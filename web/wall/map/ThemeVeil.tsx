import { useRef } from 'react'
import type { Theme } from '../../theme/theme.ts'

/** At dawn and dusk the map changes its colours in some frames, one kind of thing after another: it does so behind the ground of the new day or
 *  night, and comes out of it once. */
export function ThemeVeil({ theme }: { theme: Theme }) {
  const first = useRef(theme)
  const turned = useRef(false)
  turned.current ||= theme !== first.current
  return turned.current ? <div key={theme} className="wall-map-veil" /> : null
}
