import { useTranslation } from 'react-i18next'

export function CoveragePanel() {
  const { t } = useTranslation()
  return <p>{t('coverage.reading')}</p>
}
