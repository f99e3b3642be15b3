import { useTranslation } from 'react-i18next'
import { CaseSource, CaseStatus, isOpen } from '../../../server/contract/case.ts'
import { useCodes, useCrews } from '../../case/queries.ts'
import { NamedSelect } from '../../console/NamedSelect.tsx'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'
import type { Red } from '../day/use-red.ts'
import { useRedWords } from '../day/use-red-words.ts'
import { type CaseFilter, NO_FILTER } from '../desk/case-filter.ts'
import { useAreaNames } from '../desk/use-area-names.ts'
import { SavedViews, type SavedViewsProps } from './SavedViews.tsx'

interface QueueFiltersProps {
  filter: CaseFilter
  /** Classes that open cases have: the others would list nothing. */
  classes: readonly string[]
  red: Red['said']
  onFilter: (filter: CaseFilter) => void
  onClose: () => void
  views: SavedViewsProps
}

const LIGHTS = ['emergency', 'late', 'due', 'working', 'unknown'] as const
const STATUSES = CaseStatus.options.filter((status) => isOpen({ status }))

/** Which cases are listed: every filter in one place, and the names under which they are kept. */
export function QueueFilters({ filter, classes, red, onFilter, onClose, views }: QueueFiltersProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const crews = useCrews().data
  const areas = useAreaNames()
  const { trust } = useRedWords()
  const codes = useCodes().data
  const nameOf = (one: string): string => {
    const name = codes?.find(({ kind, code }) => `${kind}:${code}` === one)?.name[language]
    return name ? `${name} ${one.split(':')[1]}` : one
  }
  const fields = [
    { key: 'light', options: LIGHTS.map((id) => ({ value: id, label: t(`deskLight.${id}`) })) },
    { key: 'status', options: STATUSES.map((id) => ({ value: id, label: t(`caseStatus.${id}`) })) },
    { key: 'class', options: classes.map((id) => ({ value: id, label: nameOf(id) })) },
    { key: 'source', options: CaseSource.options.map((id) => ({ value: id, label: t(`source.${id}`) })) },
    { key: 'area', options: [...(areas ?? [])].map(([value, label]) => ({ value, label })) },
    { key: 'crew', options: (crews ?? []).map(({ id, name }) => ({ value: id, label: name })) },
  ] as const
  return (
    <section
      id="desk-filters"
      className="queue-filters"
      aria-label={t('desk.filters')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      {fields.map(({ key, options }) => (
        <div key={key} className="queue-filter">
          <span aria-hidden="true">{t(`deskBy.${key}`)}</span>
          <NamedSelect<string[]>
            label={t(`deskBy.${key}`)}
            mode="multiple"
            allowClear
            maxTagCount="responsive"
            placeholder={t('desk.any')}
            optionFilterProp="label"
            value={[...filter[key]]}
            options={[...options]}
            onChange={(value) => onFilter({ ...filter, [key]: value })}
          />
        </div>
      ))}
      <Check checked={filter.mine} onChange={(mine) => onFilter({ ...filter, mine })}>
        {t('desk.mine')}
      </Check>
      <p className="queue-filter-note">{t('desk.mineNote')}</p>
      {red ? (
        <>
          <Check
            checked={filter.red}
            disabled={red.state === 'off' && !filter.red}
            onChange={(on) => onFilter({ ...filter, red: on })}
          >
            {t('day.red')}
          </Check>
          <p className="queue-filter-note">{trust(red)}</p>
        </>
      ) : null}
      <SavedViews {...views} />
      <p className="queue-filter-acts">
        <Button small onClick={() => onFilter(NO_FILTER)}>
          {t('cases.reset')}
        </Button>
        <Button small look="primary" onClick={onClose}>
          {t('desk.close')}
        </Button>
      </p>
    </section>
  )
}
