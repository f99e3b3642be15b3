import { getRouteApi } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Limit } from '../../../server/contract/clock.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Choice } from '../../ui/Choice.tsx'
import { LimitInput } from './LimitInput.tsx'
import { useConditions } from './queries.ts'
import { Reckoning } from './Reckoning.tsx'

const route = getRouteApi('/desk/admin/rules')

/** Tries a condition, or a limit that is none yet, before a case stands under it. */
export function TrialTab() {
  const { t } = useTranslation()
  const language = useLanguage()
  const conditions = useConditions().data ?? []
  const { condition } = route.useSearch()
  const navigate = route.useNavigate()
  const [what, setWhat] = useState<'condition' | 'limit'>('condition')
  const [limit, setLimit] = useState<Limit>({ value: 3, unit: 'work-day' })
  const chosen = condition ?? conditions[0]?.id
  return (
    <div className="trial">
      <Choice
        label={t('rules.tryWhat')}
        value={what}
        onChange={setWhat}
        options={[
          { id: 'condition', name: t('rules.tryCondition') },
          { id: 'limit', name: t('rules.tryLimit') },
        ]}
      />
      {what === 'condition' ? (
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          value={chosen}
          aria-label={t('rules.tryCondition')}
          options={conditions.map(({ id, title }) => ({ value: id, label: title[language] }))}
          onChange={(id) => void navigate({ search: { tab: 'trial', condition: id }, replace: true })}
        />
      ) : (
        <LimitInput label={t('rules.tryLimit')} value={limit} onChange={setLimit} />
      )}
      <Reckoning trial={what === 'limit' ? limit : chosen === undefined ? undefined : { condition: chosen }} />
    </div>
  )
}
