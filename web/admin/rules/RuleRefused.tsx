import { useTranslation } from 'react-i18next'
import { Refusal } from '../../api.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'

/** Why a rule was not changed. Where somebody was faster, the way to what they made of it. */
export function RuleRefused({ fault, onReload }: { fault: Error; onReload: () => void }) {
  const { t } = useTranslation()
  const isStale = fault instanceof Refusal && fault.problem.status === 412
  return (
    <Refused fault={fault} title={t('rules.notChanged')}>
      {isStale ? (
        <>
          <p>{t('rules.staleDo')}</p>
          <Button small onClick={onReload}>
            {t('rules.reload')}
          </Button>
        </>
      ) : null}
    </Refused>
  )
}
