import { createContext, useContext } from 'react'
import type { Theme } from '../theme/theme.ts'

/** The theme of the page, for what draws by itself: a map. */
export const ThemeOfPage = createContext<Theme>('light')
export const useThemeOfPage = (): Theme => useContext(ThemeOfPage)
