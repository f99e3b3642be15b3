import { Popconfirm, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ListedScreen } from '../../../server/contract/screen.ts'
import { useNow } from '../../console/use-now.ts'
import { clock, dayOf, duration, moment } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { Button } from '../../ui/Button.tsx'

interface ScreenTableProps {
  screens: ListedScreen[]
  mayWrite: boolean
  onRevoke: (id: string) => void
}

/** A wall asks at least every five minutes; past twice that it is silent. */
const SILENT_MS = 10 * 60_000

export function ScreenTable({ screens, mayWrite, onRevoke }: ScreenTableProps) {
  const { t } = useTranslation()
  const now = useNow()
  const stateOf = ({ revokedAt, seenAt }: ListedScreen) => {
    if (revokedAt !== null)
      return <span className="is-off">{t('wallScreen.revokedAt', { time: moment(revokedAt, now) })}</span>
    if (seenAt === null) return t('wallScreen.notCollected')
    const isSilent = now - Date.parse(seenAt) > SILENT_MS
    return (
      <span className="mark-line">
        <StateMark state={isSilent ? 'unknown' : 'normal'} size={12} />
        {t(isSilent ? 'wallScreen.silent' : 'wallScreen.seen', {
          age: duration(Math.max(0, (now - Date.parse(seenAt)) / 1000)),
        })}
      </span>
    )
  }
  const columns = [
    { title: t('wallScreen.name'), key: 'name', render: ({ name }: ListedScreen) => <b>{name}</b> },
    { title: t('wallScreen.state'), key: 'state', render: stateOf },
    {
      ...{ title: t('wallScreen.pairedAt'), key: 'paired', width: 180 },
      render: ({ pairedAt }: ListedScreen) => `${dayOf(pairedAt)} ${clock(pairedAt)}`,
    },
    {
      ...{ title: t('admin.verbs'), key: 'verbs', width: 130 },
      render: ({ id, name, revokedAt }: ListedScreen) =>
        revokedAt === null ? (
          <Popconfirm
            title={t('wallScreen.revokeAsk', { name })}
            description={t('wallScreen.revokeNote')}
            okText={t('wallScreen.revoke')}
            cancelText={t('admin.leave')}
            onConfirm={() => onRevoke(id)}
            disabled={!mayWrite}
          >
            <Button small disabled={!mayWrite} title={mayWrite ? undefined : t('admin.onlyAdmin')}>
              {t('wallScreen.revoke')}
            </Button>
          </Popconfirm>
        ) : null,
    },
  ]
  return (
    <Table<ListedScreen>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={screens}
      pagination={false}
      locale={{ emptyText: t('wallScreen.none') }}
    />
  )
}
