import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Entity } from '../../../server/contract/log.ts'
import { Button } from '../../ui/Button.tsx'
import { usePeople } from '../people/queries.ts'
import type { AuditSearch } from './audit-search.ts'
import { useAuditWords } from './use-audit-words.ts'

interface AuditFiltersProps {
  search: AuditSearch
  onChange: (search: AuditSearch) => void
}

/** What is asked for most: who read what is personal, who came in, who changed what others go by. */
const KINDS = [
  ...['complainant-revealed', 'original-photo-read', 'retention-run', 'person-signed-in', 'person-signed-out'],
  ...['person-added', 'person-changed', 'person-invited', 'person-disabled', 'person-enabled', 'person-password-set'],
  ...['person-second-factor-set', 'screen-paired', 'screen-revoked', 'import-committed', 'import-undone'],
  ...['condition-changed', 'posts-changed', 'hours-changed', 'calendar-changed'],
]

/** What of the log is shown. */
export function AuditFilters({ search, onChange }: AuditFiltersProps) {
  const { t } = useTranslation()
  const words = useAuditWords()
  const people = usePeople().data ?? []
  const set = (part: Partial<Record<keyof AuditSearch, string | undefined>>): void => {
    const next = Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined && value !== '')
    onChange(Object.fromEntries(next) as AuditSearch)
  }
  const actors = people.map(({ id, name, login }) => ({ value: `person:${id}`, label: `${name} ${login}` }))
  const known = (options: { value: string; label: string }[], value: string | undefined) =>
    value === undefined || options.some((one) => one.value === value)
      ? options
      : [{ value, label: words.by(value) }, ...options]
  const kinds = KINDS.map((kind) => ({ value: kind, label: words.did(kind) }))
  return (
    <div className="admin-filter audit-filter">
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={search.actor ?? null}
        placeholder={t('audit.anybody')}
        aria-label={t('audit.actor')}
        options={known(actors, search.actor)}
        onChange={(actor: string | undefined) => set({ actor: actor ?? undefined })}
      />
      <Select
        allowClear
        value={search.entity ?? null}
        placeholder={t('audit.anything')}
        aria-label={t('audit.entity')}
        options={Entity.options.map((entity) => ({ value: entity, label: words.of(entity) }))}
        onChange={(entity: Entity | undefined) => set({ entity: entity ?? undefined, id: undefined })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={search.kind ?? null}
        placeholder={t('audit.anyDeed')}
        aria-label={t('audit.kind')}
        options={known(kinds, search.kind)}
        onChange={(kind: string | undefined) => set({ kind: kind ?? undefined })}
      />
      <Input
        type="date"
        prefix={t('audit.from')}
        aria-label={t('audit.from')}
        value={search.from ?? ''}
        onChange={({ target }) => set({ from: target.value })}
      />
      <Input
        type="date"
        prefix={t('audit.to')}
        aria-label={t('audit.to')}
        value={search.to ?? ''}
        onChange={({ target }) => set({ to: target.value })}
      />
      {search.id === undefined ? null : (
        <span className="tag">
          {t('audit.onlyThing', { id: search.id })}
          <Button small look="quiet" onClick={() => set({ id: undefined })}>
            {t('audit.allThings')}
          </Button>
        </span>
      )}
    </div>
  )
}
