import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dayOf, number } from '../format.ts'
import { Refused } from '../refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Hairlines } from '../ui/Hairlines.tsx'
import { useCounted } from './queries.ts'

/** The cases behind a number, a page at a time; each leads to itself. */
export function CountedList({ list }: { list: string }) {
  const { t } = useTranslation()
  const counted = useCounted(list)
  const pages = counted.data?.pages
  const cases = pages?.flatMap((page) => page.cases) ?? []
  const total = pages?.[0]?.total
  return (
    <div className="counted">
      {counted.error ? <Refused fault={counted.error} title={t('rates.listFailed')} /> : null}
      {total === undefined && !counted.error ? <Hairlines rows={5} label={t('page.loading')} /> : null}
      {total === undefined ? null : (
        <p role="status">
          {total === 0 ? t('rates.listEmpty') : t('rates.listCount', { shown: number(cases.length), n: number(total) })}
        </p>
      )}
      <ol>
        {cases.map(({ id, number: caseNumber, problem, address, status, receivedAt }) => (
          <li key={id}>
            <Link to="/cases/$number" params={{ number: caseNumber }}>
              {caseNumber}
            </Link>
            <span>{problem}</span>
            <small>
              {address} · {t(`caseStatus.${status}`)} · {dayOf(receivedAt)}
            </small>
          </li>
        ))}
      </ol>
      {counted.hasNextPage ? (
        <Button small disabled={counted.isFetchingNextPage} onClick={() => void counted.fetchNextPage()}>
          {t('rates.more')}
        </Button>
      ) : null}
    </div>
  )
}
