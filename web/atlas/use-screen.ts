import { useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { City } from '../../server/contract/city.ts'
import { type Language, texts } from '../i18n/i18n.ts'
import { keepLanguage, keptLanguage, otherLanguage } from '../i18n/kept-language.ts'
import { applyTheme, otherTheme, preferredTheme, type Theme } from '../theme/theme.ts'
import type { Picture } from './picture.ts'
import type { Change } from './use-picture.ts'

export interface Screen {
  theme: Theme
  language: Language
  switchTheme: () => void
  switchLanguage: () => void
}

/** Theme and language: what the link says, else what this browser chose last. */
export function useScreen(city: City | undefined, picture: Picture, change: Change): Screen {
  const { t } = useTranslation()
  const theme = picture.theme ?? preferredTheme()
  const language = picture.language ?? keptLanguage()
  useLayoutEffect(() => applyTheme(theme), [theme])
  useLayoutEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    void texts.changeLanguage(language)
  }, [language])
  const name = city?.name[language]
  useLayoutEffect(() => {
    document.title = name ? t('page.title', { city: name }) : t('app.name')
  }, [name, t])
  return {
    theme,
    language,
    switchTheme: () => {
      applyTheme(otherTheme(theme), { keep: true })
      change((before) => ({ ...before, theme: otherTheme(theme) }), 'replace')
    },
    switchLanguage: () => {
      const next = otherLanguage(language)
      keepLanguage(next)
      change((before) => ({ ...before, language: next }), 'replace')
    },
  }
}
