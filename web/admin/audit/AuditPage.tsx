import './audit.css'
import '../../i18n/audit-words.ts'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { clock, dayOf } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { AdminHead } from '../AdminHead.tsx'
import { AuditFilters } from './AuditFilters.tsx'
import { AuditTable } from './AuditTable.tsx'
import { ChainLine } from './ChainLine.tsx'
import { useAudit } from './queries.ts'

const route = getRouteApi('/desk/admin/audit')

/** Who did what to what, when and why; and whether the log is as it was written. */
export function AuditPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = useAudit(search)
  const rows = data?.pages.flatMap((page) => page.rows)
  const lookedBackTo = data?.pages.at(-1)?.lookedBackTo ?? null
  return (
    <div className="audit">
      <AdminHead title={t('adminSection.audit')} about={t('audit.about')}>
        <Button onClick={() => window.print()}>{t('audit.print')}</Button>
      </AdminHead>
      <ChainLine />
      <AuditFilters search={search} onChange={(next) => void navigate({ search: next })} />
      {error ? (
        <Refused fault={error} title={t('audit.listFailed')}>
          <Button small onClick={() => void refetch()}>
            {t('connection.retry')}
          </Button>
        </Refused>
      ) : null}
      {rows ? (
        <>
          <AuditTable rows={rows} onOnly={(only) => void navigate({ search: { ...search, ...only } })} />
          <p className="audit-more">
            {hasNextPage ? (
              <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t('audit.earlier')}
              </Button>
            ) : null}
            <small>
              {lookedBackTo === null
                ? t('audit.toTheEnd', { n: rows.length })
                : t('audit.lookedBackTo', { n: rows.length, time: `${dayOf(lookedBackTo)} ${clock(lookedBackTo)}` })}
            </small>
          </p>
        </>
      ) : error ? null : (
        <Hairlines rows={12} label={t('page.loading')} />
      )}
    </div>
  )
}
