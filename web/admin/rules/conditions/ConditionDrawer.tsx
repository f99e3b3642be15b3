import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../i18n/use-language.ts'
import { Refused } from '../../../refused.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Hairlines } from '../../../ui/Hairlines.tsx'
import { useConditionHistory } from '../queries.ts'
import { Reckoning } from '../Reckoning.tsx'
import { ConditionForm } from './ConditionForm.tsx'
import { Versions } from './Versions.tsx'

interface ConditionDrawerProps {
  id: string
  mayWrite: boolean
  onClose: () => void
}

/** One condition: what it says now, tried; its versions; and its form. */
export function ConditionDrawer({ id, mayWrite, onClose }: ConditionDrawerProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const history = useConditionHistory(id)
  const seen = history.data
  return (
    <Drawer open onClose={onClose} size={680} title={seen?.of.condition.title[language] ?? t('page.loading')}>
      {history.error ? (
        <Refused fault={history.error} title={t('rules.readFailed')}>
          <Button small onClick={() => void history.refetch()}>
            {t('connection.retry')}
          </Button>
        </Refused>
      ) : null}
      {seen ? (
        <>
          <p>{seen.of.condition.condition[language]}</p>
          <p className="field-note">{t('rules.closeWhen', { words: seen.of.condition.closeStandard[language] })}</p>
          <Versions versions={seen.of.versions} />
          <Reckoning trial={{ condition: id }} />
          <ConditionForm
            key={seen.etag}
            id={id}
            of={seen.of.condition}
            etag={seen.etag}
            mayWrite={mayWrite}
            onReload={() => void history.refetch()}
          />
        </>
      ) : history.error ? null : (
        <Hairlines rows={8} label={t('page.loading')} />
      )}
    </Drawer>
  )
}
