import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { squareMetresOf } from '../../../server/contract/fence-shape.ts'
import type { Geofence } from '../../../server/contract/geofence.ts'
import { area, dayOf } from '../../format.ts'

interface FenceTableProps {
  fences: Geofence[]
  onOpen: (id: string) => void
}

/** The fences by name. */
export function FenceTable({ fences, onOpen }: FenceTableProps) {
  const { t } = useTranslation()
  const columns = [
    {
      ...{ title: t('fences.name'), key: 'name' },
      render: ({ id, name, endedAt }: Geofence) => (
        <>
          <button type="button" className="row-link" onClick={() => onOpen(id)}>
            {name}
          </button>
          {endedAt === null ? null : (
            <>
              {' '}
              <small>{t('fences.endedOn', { day: dayOf(endedAt) })}</small>
            </>
          )}
        </>
      ),
    },
    {
      ...{ title: t('fences.purpose'), key: 'purpose' },
      render: ({ purpose }: Geofence) => t(`fencePurpose.${purpose}`),
    },
    {
      ...{ title: t('fences.area'), key: 'area', width: 104, align: 'right' as const },
      render: ({ ring }: Geofence) => area(squareMetresOf(ring)),
    },
    {
      ...{ title: t('fences.since'), key: 'since', width: 104 },
      render: ({ madeAt }: Geofence) => <time dateTime={madeAt}>{dayOf(madeAt)}</time>,
    },
  ]
  return (
    <Table<Geofence>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={fences}
      pagination={false}
      rowClassName={({ endedAt }) => (endedAt === null ? '' : 'is-off')}
      locale={{ emptyText: t('fences.none') }}
    />
  )
}
