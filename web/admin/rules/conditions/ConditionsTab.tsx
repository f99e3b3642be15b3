import { getRouteApi } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WithAge } from '../../../console/WithAge.tsx'
import { useLanguage } from '../../../i18n/use-language.ts'
import { useCodes, useConditions } from '../queries.ts'
import { ConditionDrawer } from './ConditionDrawer.tsx'
import { ConditionTable } from './ConditionTable.tsx'
import { classOptions, filterConditions } from './filter-conditions.ts'

const route = getRouteApi('/desk/admin/rules')

/** 立案条件: what is filed under which, and how long there is for it. */
export function ConditionsTab({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const conditions = useConditions()
  const codes = useCodes() ?? []
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [text, setText] = useState('')
  const open = (condition: string | undefined): void =>
    void navigate({ search: (before) => ({ ...before, condition }) })
  return (
    <>
      <div className="admin-filter">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={search.class ?? null}
          aria-label={t('rules.class')}
          placeholder={t('rules.everyClass')}
          options={classOptions(conditions.data ?? [], codes, language)}
          onChange={(chosen: string | undefined) =>
            void navigate({ search: (before) => ({ ...before, class: chosen ?? undefined }), replace: true })
          }
        />
        <Input
          allowClear
          value={text}
          aria-label={t('rules.find')}
          placeholder={t('rules.find')}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <WithAge of={conditions} title={t('rules.readFailed')}>
        {(all) => (
          <ConditionTable
            conditions={filterConditions(all, { class: search.class, text })}
            codes={codes}
            onOpen={open}
          />
        )}
      </WithAge>
      {search.condition ? (
        <ConditionDrawer
          key={search.condition}
          id={search.condition}
          mayWrite={mayWrite}
          onClose={() => open(undefined)}
        />
      ) : null}
    </>
  )
}
