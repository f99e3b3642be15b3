/** Dark is the wall's and the night's; light is the desk's by default. */
export type Theme = 'dark' | 'light'

const KEY = 'theme'

const isTheme = (value: unknown): value is Theme => value === 'dark' || value === 'light'

/** What this person chose before, else what their system asks for. */
export function preferredTheme(): Theme {
  const kept = localStorage.getItem(KEY)
  if (isTheme(kept)) return kept
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Puts the theme on the page. With `keep`, also for the next visit. */
export function applyTheme(theme: Theme, { keep = false } = {}): void {
  document.documentElement.dataset.theme = theme
  if (keep) localStorage.setItem(KEY, theme)
}

export const otherTheme = (theme: Theme): Theme => (theme === 'dark' ? 'light' : 'dark')
