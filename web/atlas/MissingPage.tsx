import { useTranslation } from 'react-i18next'

export function MissingPage() {
  const { t } = useTranslation()
  return (
    <main className="missing">
      <h1>{t('missing.title')}</h1>
      <p>{t('missing.words', { path: location.pathname })}</p>
      <a className="button button-primary" href="/">
        {t('missing.map')}
      </a>
    </main>
  )
}
