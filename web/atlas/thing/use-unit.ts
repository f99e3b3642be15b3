import { useTranslation } from 'react-i18next'

/** Units of the catalogue that are words (盏, 人, 年) in the language of the screen; m, kW and the like are the same in both. */
export function useUnit(): (unit: string) => string {
  const { i18n, t } = useTranslation()
  return (unit) => {
    const key = `unit.${unit}`
    return i18n.exists(key) ? String(t(key as 'unit.人')) : unit
  }
}
