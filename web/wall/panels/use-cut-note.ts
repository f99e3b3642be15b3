import { useTranslation } from 'react-i18next'

/** The note of a list, which says how many there are where not all have room. */
export function useCutNote(shown: number, all: number): (note: string) => string {
  const { t } = useTranslation()
  return (note) => (shown < all ? `${t('wallPanel.cut', { shown, all })} · ${note}` : note)
}
