import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { Button } from '../../ui/Button.tsx'
import type { QueueSort } from '../desk/queue-order.ts'
import { FIRST_VIEWS, isView } from '../desk/saved-views.ts'
import type { DispatchSearch } from '../dispatch-search.ts'

export interface QueueHeadProps {
  search: DispatchSearch
  sort: QueueSort
  /** How many are open in all, how many are listed, and how many each of the first views would list. */
  open: number
  shown: number
  counts: Record<(typeof FIRST_VIEWS)[number]['id'], number>
  filterCount: number
  filtersOpen: boolean
  onView: (view: DispatchSearch) => void
  onSort: (sort: QueueSort) => void
  onSearch: (q: string) => void
  onFilters: () => void
  /** Opens and closes the day panel; undefined for who plans no days. */
  day: { isOpen: boolean; toggle: (() => void) | undefined }
}

const MARKS = { late: 'late', due: 'due' } as const

/** How many there are, what of them is listed, and how. */
export function QueueHead(props: QueueHeadProps) {
  const { search, sort, open, shown, counts, filterCount, filtersOpen, onView, onSort, onSearch, onFilters, day } =
    props
  const { t } = useTranslation()
  return (
    <header className="queue-head">
      <h1>
        {t('cases.open', { n: number(open) })}
        {shown === open ? null : <em>{t('desk.shown', { n: number(shown) })}</em>}
        {day.toggle ? (
          <Button small className="queue-day" pressed={day.isOpen} onClick={day.toggle}>
            {t('day.open')}
          </Button>
        ) : null}
        <button type="button" className="queue-sort" onClick={() => onSort(sort === 'left' ? 'received' : 'left')}>
          {t(`deskSort.${sort}`)}
        </button>
      </h1>
      <nav className="queue-views" aria-label={t('desk.views')}>
        {FIRST_VIEWS.map(({ id, search: view }) => (
          <button
            key={id}
            type="button"
            aria-pressed={isView({ ...search, sort: undefined }, view)}
            onClick={() => onView(view)}
          >
            {id in MARKS ? <StateMark state={MARKS[id as keyof typeof MARKS]} size={13} /> : null}
            {t(`deskView.${id}`)} {number(counts[id])}
          </button>
        ))}
      </nav>
      <div className="queue-find">
        <input
          id="desk-search"
          type="search"
          value={search.q ?? ''}
          placeholder={t('desk.searchHint')}
          aria-label={t('desk.searchLabel')}
          maxLength={60}
          onChange={(event) => onSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
        <Button small aria-expanded={filtersOpen} aria-controls="desk-filters" onClick={onFilters}>
          {filterCount > 0 ? t('desk.filtersOn', { n: filterCount }) : t('desk.filters')}
        </Button>
      </div>
    </header>
  )
}
