import './queue.css'
import './desk-forms.css'
import { useTranslation } from 'react-i18next'
import { clock, number } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { mayDispatch, mayMerge } from '../desk/bulk-actions.ts'
import { NO_FILTER } from '../desk/case-filter.ts'
import { addView, keptOf, readViews, removeView, renameView } from '../desk/saved-views.ts'
import type { Desk } from '../desk/use-desk.ts'
import { useKept } from '../desk/use-kept.ts'
import { BulkBar } from './BulkBar.tsx'
import { OutcomeBar } from './OutcomeBar.tsx'
import { Queue } from './Queue.tsx'
import { QueueFilters } from './QueueFilters.tsx'
import { QueueHead, type QueueHeadProps } from './QueueHead.tsx'

interface QueueColumnProps {
  desk: Desk
  filtersOpen: boolean
  onFilters: (open: boolean) => void
  undoKey: string | undefined
  /** Why nothing can be changed now. */
  why: string | undefined
  onMerge: () => void
  onMore: () => void
  day: QueueHeadProps['day']
}

/** The left column: how many, which, one under the other, and what can be done to those chosen. */
export function QueueColumn({ desk, filtersOpen, onFilters, undoKey, why, onMerge, onMore, day }: QueueColumnProps) {
  const { t } = useTranslation()
  const { address, book, queue, choice, bulk, dispatching } = desk
  const [views, setViews] = useKept('views', readViews)
  const roles = desk.actor?.roles ?? []
  const { q: _, ...lists } = address.filter
  const filterCount = Object.values(lists).filter((list) => (Array.isArray(list) ? list.length > 0 : list)).length
  const isAll = filterCount === 0 && address.filter.q === ''
  const time = clock(book.asOf)
  return (
    <section className="queue" aria-label={t('desk.queue')}>
      <QueueHead
        search={address.search}
        sort={address.sort}
        open={desk.all.length}
        shown={queue.cases.length}
        {...{ counts: queue.counts, filterCount, filtersOpen, day }}
        onView={(view) => address.show({ ...view, sort: address.search.sort })}
        onSort={address.onSort}
        onSearch={(q) => address.onFilter({ ...address.filter, q })}
        onFilters={() => onFilters(!filtersOpen)}
      />
      {filtersOpen ? (
        <QueueFilters
          filter={address.filter}
          classes={queue.classes}
          red={desk.red.said}
          onFilter={address.onFilter}
          onClose={() => onFilters(false)}
          views={{
            views,
            search: address.search,
            onShow: address.show,
            onSave: (name) =>
              setViews((kept) => addView(kept, { id: String(Date.now()), name, search: keptOf(address.search) })),
            onRename: (id, name) => setViews((kept) => renameView(kept, id, name)),
            onRemove: (id) => setViews((kept) => removeView(kept, id)),
          }}
        />
      ) : null}
      {book.fault !== undefined ? (
        <Refused fault={book.fault} title={t('cases.failed')}>
          {book.cases ? <p>{t('console.stale', { time })}</p> : null}
          <Button small onClick={book.reload}>
            {t('connection.retry')}
          </Button>
        </Refused>
      ) : null}
      {book.cases === undefined ? (
        book.fault === undefined ? (
          <Hairlines rows={12} label={t('page.loading')} />
        ) : null
      ) : queue.cases.length === 0 ? (
        <p className="queue-none">
          {t(isAll ? 'cases.none' : 'cases.noneOfThese', { time })}
          {isAll ? null : (
            <Button small onClick={() => address.onFilter(NO_FILTER)}>
              {t('cases.showOpen')}
            </Button>
          )}
        </p>
      ) : (
        <Queue
          cases={queue.cases}
          ids={queue.ids}
          now={desk.now}
          opened={desk.opened?.id}
          cursor={desk.cursor}
          chosen={choice.chosen}
          pending={bulk.pending}
          red={desk.red.cases}
          onCursor={desk.setCursor}
          onOpen={desk.show}
          onChoose={choice.toggle}
        />
      )}
      <div className="queue-foot">
        {bulk.last ? (
          <OutcomeBar
            of={bulk.last}
            undoKey={undoKey}
            onUndo={() => void bulk.undo()}
            onClose={bulk.dismiss}
            onShow={desk.show}
          />
        ) : null}
        {choice.chosen.size > 1 ? (
          <BulkBar
            count={choice.chosen.size}
            why={why}
            merge={mayMerge(roles) ? onMerge : undefined}
            dispatch={mayDispatch(roles) ? () => dispatching.choose(desk.targets()) : undefined}
            more={roles.length > 0 ? onMore : undefined}
            onClear={choice.clear}
          />
        ) : null}
      </div>
      <p className="hidden" role="status">
        {t('desk.shown', { n: number(queue.cases.length) })}
      </p>
    </section>
  )
}
