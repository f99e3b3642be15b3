import { useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseSource, CaseStatus } from '../../../server/contract/case.ts'
import { State } from '../../../server/contract/state.ts'
import { ClassSelect } from '../../case/ClassSelect.tsx'
import { NamedSelect } from '../../console/NamedSelect.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { type CaseSearch, readCaseSearch } from './case-search.ts'

/** What of the cases is listed; all of it is in the address. */
export function CaseFilters({ search, isGuest }: { search: CaseSearch; isGuest: boolean }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const change = (part: Partial<CaseSearch>): void =>
    void navigate({ to: '/cases', search: readCaseSearch({ ...search, ...part }), replace: true })
  const some = (words: string[]): string | undefined => (words.length > 0 ? words.join(',') : undefined)
  const shown = search.mine ? 'mine' : (search.open ?? 'open')
  return (
    <search className="case-filters">
      <Choice
        label={t('cases.which')}
        options={[
          ...(isGuest ? [] : [{ id: 'mine', name: t('cases.mine') } as const]),
          { id: 'open', name: t('cases.openOnes') },
          { id: 'ended', name: t('cases.ended') },
          { id: 'all', name: t('cases.all') },
        ]}
        value={shown}
        onChange={(id) =>
          change({
            mine: id === 'mine' ? 'yes' : undefined,
            status: id === 'mine' ? undefined : search.status,
            open: id === 'ended' || id === 'all' ? id : undefined,
          })
        }
      />
      <NamedSelect
        mode="multiple"
        allowClear
        maxTagCount="responsive"
        label={t('cases.light')}
        placeholder={t('cases.light')}
        style={{ width: 150 }}
        value={search.light?.split(',') ?? []}
        options={[...State.options].reverse().map((value) => ({ value, label: t(`state.${value}`) }))}
        onChange={(light) => change({ light: some(light) })}
      />
      <NamedSelect
        mode="multiple"
        allowClear
        maxTagCount="responsive"
        label={t('cases.status')}
        placeholder={t('cases.status')}
        style={{ width: 160 }}
        disabled={search.mine !== undefined}
        value={search.mine ? [] : (search.status?.split(',') ?? [])}
        options={CaseStatus.options.map((value) => ({ value, label: t(`caseStatus.${value}`) }))}
        onChange={(status) => change({ status: some(status) })}
      />
      <NamedSelect
        mode="multiple"
        allowClear
        maxTagCount="responsive"
        label={t('cases.source')}
        placeholder={t('cases.source')}
        style={{ width: 160 }}
        value={search.source?.split(',') ?? []}
        options={CaseSource.options.map((value) => ({ value, label: t(`source.${value}`) }))}
        onChange={(source) => change({ source: some(source) })}
      />
      <div style={{ width: 220 }}>
        <ClassSelect value={search.class} onChange={(of) => change({ class: of })} />
      </div>
      <NumberField key={search.q ?? ''} value={search.q} onChange={(q) => change({ q })} />
      <span className="case-filters-gap" />
      <Choice
        label={t('cases.sort')}
        options={[
          { id: 'due', name: t('cases.byDue') },
          { id: 'received', name: t('cases.byReceived') },
        ]}
        value={search.sort ?? 'due'}
        onChange={(id) => change({ sort: id === 'due' ? undefined : id })}
      />
      {Object.keys(search).length > 0 ? (
        <Button small look="quiet" onClick={() => void navigate({ to: '/cases', search: {}, replace: true })}>
          {t('cases.reset')}
        </Button>
      ) : null}
    </search>
  )
}

const PAUSE_MS = 350
const NUMBER = /^(\d{1,8}(-\d{0,4})?)?$/

/** Asks once the typing pauses; what cannot be the beginning of a number is said to be none. */
function NumberField({
  value = '',
  onChange,
}: {
  value: string | undefined
  onChange: (q: string | undefined) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(value)
  const bad = !NUMBER.test(typed)
  useEffect(() => {
    if (bad || typed === value) return
    const timer = setTimeout(() => onChange(typed || undefined), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, value, bad, onChange])
  return (
    <Input
      id="case-number"
      allowClear
      style={{ width: 170 }}
      placeholder={t('cases.numberHint')}
      aria-label={t('cases.number')}
      status={bad ? 'error' : ''}
      value={typed}
      onChange={({ target }) => setTyped(target.value.trim())}
    />
  )
}
