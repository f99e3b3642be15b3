import { useLayoutEffect, useState } from 'react'
import { type Language, texts } from '../i18n/i18n.ts'
import { keepLanguage, keptLanguage, otherLanguage } from '../i18n/kept-language.ts'
import { applyTheme, otherTheme, preferredTheme, type Theme } from '../theme/theme.ts'

export interface ConsoleScreen {
  theme: Theme
  language: Language
  switchTheme: () => void
  switchLanguage: () => void
}

/** Theme and language of a desk: what this browser chose last. */
export function useConsoleScreen(): ConsoleScreen {
  const [theme, setTheme] = useState(preferredTheme)
  const [language, setLanguage] = useState(keptLanguage)
  useLayoutEffect(() => applyTheme(theme), [theme])
  useLayoutEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    void texts.changeLanguage(language)
  }, [language])
  return {
    ...{ theme, language },
    switchTheme() {
      const next = otherTheme(theme)
      applyTheme(next, { keep: true })
      setTheme(next)
    },
    switchLanguage() {
      const next = otherLanguage(language)
      keepLanguage(next)
      setLanguage(next)
    },
  }
}
