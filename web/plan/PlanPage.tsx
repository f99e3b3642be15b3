import './plan.css'
import '../i18n/plan-words.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Refused } from '../refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Hairlines } from '../ui/Hairlines.tsx'
import { PlanFrame } from './PlanFrame.tsx'
import { STUDIES } from './studies.ts'
import { usePlanSearch } from './use-plan-search.ts'

/** 规划: one study at a time, over one map. */
export function PlanPage() {
  const { t } = useTranslation()
  const { search } = usePlanSearch()
  const entry = STUDIES.find(({ id }) => id === search.study) ?? STUDIES[0]
  const study = useQuery({
    queryKey: ['plan', 'study', entry?.id],
    queryFn: () => (entry ? entry.load() : null),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: undefined,
  })
  return (
    <PlanFrame entry={entry?.id ?? ''} study={study.data ?? undefined}>
      {study.error ? (
        <Refused fault={study.error} title={t('plan.study.failed')}>
          <Button small onClick={() => void study.refetch()}>
            {t('connection.retry')}
          </Button>
        </Refused>
      ) : (
        <Hairlines rows={8} label={t('page.loading')} />
      )}
    </PlanFrame>
  )
}
