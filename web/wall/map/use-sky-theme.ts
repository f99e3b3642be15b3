import { useEffect, useRef } from 'react'
import { applyTheme, type Theme } from '../../theme/theme.ts'

/** Takes the whole page with the map by night and by day. An emergency stays as it came: its map is not taken from those who act by it, not even for
 *  the seconds in which one becomes the other. */
export function useSkyTheme(bySky: Theme, isAlarm: boolean): Theme {
  const shown = useRef(bySky)
  if (!isAlarm) shown.current = bySky
  const theme = shown.current
  useEffect(() => applyTheme(theme), [theme])
  return theme
}
