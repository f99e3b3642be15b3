import '../../case/inks.css'
import './list.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { REPORT_SOURCES } from '../../../server/contract/case-life.ts'
import { getCases } from '../../api.ts'
import { heardSeq, useLiveCases, useLookEvery } from '../../case/queries.ts'
import { useNow } from '../../console/use-now.ts'
import { clock, number } from '../../format.ts'
import { useLivePicture } from '../../live.ts'
import { useActor } from '../../me/use-me.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { useHotKeys } from '../../ui/use-hot-keys.ts'
import { CaseFilters } from './CaseFilters.tsx'
import { CaseTable } from './CaseTable.tsx'
import { caseQuery } from './case-query.ts'
import { useRowKeys } from './use-row-keys.ts'

const route = getRouteApi('/desk/cases')
const PAGE = 100

/** Every case that one may see: what is due first, filtered as the address says. */
export function CasesPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const actor = useActor()
  const now = useNow()
  const picture = useLivePicture()
  const table = useRef<HTMLTableElement>(null)
  const query = caseQuery(search, actor?.roles ?? [])
  const refetchInterval = useLookEvery()
  const list = useInfiniteQuery({
    queryKey: ['cases', 'list', query],
    queryFn: ({ pageParam, signal }) =>
      getCases({ ...query, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) }, signal, heardSeq()),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: actor !== undefined,
    staleTime: 0,
    refetchInterval,
  })
  useLiveCases(() => true)
  useRowKeys(table)
  useHotKeys({ '/': () => document.getElementById('case-number')?.focus() }, true)
  const cases = list.data?.pages.flatMap((page) => page.cases)
  const mayReport = actor?.roles.some((role) => REPORT_SOURCES[role] !== undefined) ?? false
  const filtered = Object.keys(search).some((key) => key !== 'sort')
  return (
    <div className="cases">
      <header className="cases-head">
        <h1>{t('cases.title')}</h1>
        {picture?.cases && !filtered ? (
          <p className="cases-count">{t('cases.open', { n: number(picture.cases.open) })}</p>
        ) : null}
        {mayReport ? (
          <Link className="button button-primary" to="/cases/new">
            {t('cases.report')}
          </Link>
        ) : null}
      </header>
      <CaseFilters search={search} isGuest={actor === null} />
      {list.isError ? (
        <Refused fault={list.error} title={t('cases.failed')}>
          <Button small onClick={() => void list.refetch()}>
            {t('connection.retry')}
          </Button>
        </Refused>
      ) : null}
      {cases === undefined ? (
        list.isError ? null : (
          <Hairlines rows={16} label={t('page.loading')} />
        )
      ) : cases.length === 0 ? (
        <p className="cases-none">
          {t(filtered ? 'cases.noneOfThese' : 'cases.none', { time: clock(list.dataUpdatedAt) })}
          {filtered ? (
            <Link to="/cases" search={{}}>
              {t('cases.showOpen')}
            </Link>
          ) : null}
        </p>
      ) : (
        <CaseTable cases={cases} now={now} table={table} />
      )}
      {list.hasNextPage ? (
        <p className="cases-more">
          <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('cases.more', { n: PAGE })}
          </Button>
          <span>{t('cases.shown', { n: number(cases?.length ?? 0) })}</span>
        </p>
      ) : null}
    </div>
  )
}
