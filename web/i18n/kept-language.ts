import type { Language } from './i18n.ts'

const KEY = 'gridkeeper.language'

/** What this browser chose last. */
export const keptLanguage = (): Language => {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // A private window forgets.
  }
}

export const otherLanguage = (language: Language): Language => (language === 'zh' ? 'en' : 'zh')
