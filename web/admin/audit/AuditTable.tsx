import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AuditRow } from '../../../server/contract/audit.ts'
import { dayOf } from '../../format.ts'
import { AuditChangeOf } from './AuditChangeOf.tsx'
import type { AuditSearch } from './audit-search.ts'
import { useAuditWords } from './use-audit-words.ts'

interface AuditTableProps {
  rows: AuditRow[]
  onOnly: (only: Pick<AuditSearch, 'entity' | 'id' | 'actor'>) => void
}

const SHANGHAI_MS = 8 * 3_600_000
/** To the second: rows of one minute have an order. */
const timeOf = (instant: string): string => new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(11, 19)

/** Rows of the log; each opens to what it changed. */
export function AuditTable({ rows, onOnly }: AuditTableProps) {
  const { t } = useTranslation()
  const words = useAuditWords()
  const columns = [
    { title: t('audit.seq'), key: 'seq', dataIndex: 'seq', width: 90, align: 'right' as const },
    {
      ...{ title: t('audit.at'), key: 'at', width: 170 },
      render: ({ at }: AuditRow) => (
        <time dateTime={at}>
          {dayOf(at)} {timeOf(at)}
        </time>
      ),
    },
    {
      ...{ title: t('audit.actor'), key: 'actor', width: 190 },
      render: ({ actor, actorName }: AuditRow) => (
        <button type="button" className="row-link" title={actor} onClick={() => onOnly({ actor })}>
          {actorName ?? words.by(actor)}
        </button>
      ),
    },
    { title: t('audit.kind'), key: 'kind', width: 190, render: ({ kind }: AuditRow) => words.did(kind) },
    {
      ...{ title: t('audit.entity'), key: 'entity' },
      render: ({ entity, entityId, title }: AuditRow) => (
        <>
          {words.of(entity)}{' '}
          <button type="button" className="row-link" title={entityId} onClick={() => onOnly({ entity, id: entityId })}>
            {title ?? entityId}
          </button>
        </>
      ),
    },
    {
      ...{ title: t('audit.reason'), key: 'reason' },
      render: ({ kind, reason }: AuditRow) => words.why(kind, reason),
    },
  ]
  return (
    <Table<AuditRow>
      size="small"
      rowKey="seq"
      columns={columns}
      dataSource={rows}
      pagination={false}
      expandable={{ expandedRowRender: ({ seq }) => <AuditChangeOf seq={seq} /> }}
      locale={{ emptyText: t('audit.none') }}
    />
  )
}
