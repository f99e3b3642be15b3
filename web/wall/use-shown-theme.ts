import { useSyncExternalStore } from 'react'
import type { Theme } from '../theme/theme.ts'

function watch(turned: () => void): () => void {
  const watching = new MutationObserver(turned)
  watching.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => watching.disconnect()
}
const shown = (): Theme => (document.documentElement.dataset.theme === 'light' ? 'light' : 'dark')

/** By night or by day, as the wall is shown now: what reads its colours when it draws has to draw again at dawn. */
export const useShownTheme = (): Theme => useSyncExternalStore(watch, shown)
