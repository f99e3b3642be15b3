import { Popconfirm, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ListedScreen } from '../../../server/contract/screen.ts'
import type { WallRemote } from '../../../server/contract/wall.ts'
import { useNow } from '../../console/use-now.ts'
import { clock, dayOf } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { CallSelect } from './CallSelect.tsx'
import { ScreenHealthCell } from './ScreenHealthCell.tsx'

interface ScreenTableProps {
  screens: ListedScreen[]
  mayWrite: boolean
  /** What each is made to show, and the scenes; undefined for who may not say. */
  remote: WallRemote | undefined
  /** Of which wall a scene is being called. */
  calling: string | undefined
  onCall: (id: string, scene: string | null) => void
  onRevoke: (id: string) => void
}

export function ScreenTable({ screens, mayWrite, remote, calling, onCall, onRevoke }: ScreenTableProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const now = useNow()
  const titleOf = (id: string): string => remote?.scenes.find((scene) => scene.id === id)?.title[language] ?? id
  const shown = ({ id, name, revokedAt, health }: ListedScreen) => {
    if (revokedAt !== null) return null
    const held = remote?.screens.find((one) => one.id === id)?.remote ?? null
    const scene = health && health.state !== 'silent' ? health.report.scene : null
    return (
      <>
        <span>{scene === null ? t('wallScreen.showsNothing') : titleOf(scene)}</span>
        {held ? (
          <small className="screens-figures">{t('wallScreen.heldOn', { scene: titleOf(held.scene) })}</small>
        ) : null}
        <div>
          <CallSelect
            name={name}
            scenes={remote?.scenes ?? []}
            remote={held}
            busy={calling === id}
            disabled={remote === undefined}
            onCall={(to) => onCall(id, to)}
          />
        </div>
      </>
    )
  }
  const columns = [
    { title: t('wallScreen.name'), key: 'name', render: ({ name }: ListedScreen) => <b>{name}</b> },
    {
      ...{ title: t('wallScreen.state'), key: 'state' },
      render: (screen: ListedScreen) => <ScreenHealthCell screen={screen} now={now} />,
    },
    { title: t('wallScreen.shows'), key: 'shows', render: shown },
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
