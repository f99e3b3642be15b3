import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'

/** What lets in who has lost the authenticator; each once, and never shown again. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { t } = useTranslation()
  return (
    <section>
      <h1>{t('setUp.codes')}</h1>
      <p className="sign-in-words">{t('setUp.codesWhy')}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p className="recovery-acts">
        <Button look="primary" onClick={onKept}>
          {t('setUp.codesKept')}
        </Button>
        <CopyButton text={codes.join('\n')} label={t('setUp.copy')} done={t('setUp.copied')} />
      </p>
    </section>
  )
}
