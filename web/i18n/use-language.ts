import { useTranslation } from 'react-i18next'
import type { Language } from './i18n.ts'

/** The language of the screen, for names that come from the catalogue. */
export const useLanguage = (): Language => (useTranslation().i18n.language === 'en' ? 'en' : 'zh')
