import { Input, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Crossing, Geofence } from '../../../server/contract/geofence.ts'
import { NamedSelect } from '../../console/NamedSelect.tsx'
import { WithAge } from '../../console/WithAge.tsx'
import { clock, dayOf, number } from '../../format.ts'
import { useAllCrews } from '../crews/queries.ts'
import { spanOfDay } from './crossing-day.ts'
import type { FenceSearch } from './fence-search.ts'
import { useCrossings } from './queries.ts'

interface CrossingsProps {
  fences: readonly Geofence[]
  mayRead: boolean
  search: FenceSearch
  onSearch: (search: FenceSearch) => void
}

/** More in a day is a list that nobody reads: a crew or a fence narrows it. */
const MOST = 1_000
const PAGE = 50

/** Who came into which fence and left it, on one day. */
export function Crossings(props: CrossingsProps) {
  const { t } = useTranslation()
  return (
    <section className="drawer-part" aria-labelledby="crossings">
      <h2 id="crossings">{t('crossings.title')}</h2>
      {props.mayRead ? <CrossingsOfDay {...props} /> : <p className="field-note">{t('crossings.notYours')}</p>}
    </section>
  )
}

function CrossingsOfDay({ fences, search, onSearch }: CrossingsProps) {
  const { t } = useTranslation()
  const crews = useAllCrews().data ?? []
  const day = search.day ?? dayOf(Date.now())
  const span = spanOfDay(day)
  const crossings = useCrossings(span && { ...span, crew: search.crew, fence: search.of, limit: MOST })
  const set = (part: Record<string, string | undefined>): void =>
    onSearch(Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value)))
  const nameOf = (of: readonly { id: string; name: string }[], id: string): string =>
    of.find((one) => one.id === id)?.name ?? id
  const columns = [
    {
      ...{ title: t('crossings.at'), key: 'at', width: 96 },
      render: ({ at }: Crossing) => <time dateTime={at}>{clock(at)}</time>,
    },
    { title: t('crossings.crew'), key: 'crew', render: ({ crewId }: Crossing) => nameOf(crews, crewId) },
    {
      ...{ title: t('crossings.did'), key: 'did' },
      render: ({ inside, leftBy }: Crossing) => (
        <>
          {t(inside ? 'crossings.entered' : 'crossings.left')}
          {leftBy === null || leftBy === 'moved' ? null : <small> {t(`leftBy.${leftBy}`)}</small>}
        </>
      ),
    },
    { title: t('crossings.fence'), key: 'fence', render: ({ fenceId }: Crossing) => nameOf(fences, fenceId) },
  ]
  const chooser = (key: 'crew' | 'of', label: string, of: readonly { id: string; name: string }[]) => (
    <NamedSelect
      label={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t(key === 'crew' ? 'crossings.anyCrew' : 'crossings.anyFence')}
      value={search[key] ?? null}
      options={of.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id: string | null | undefined) => set({ [key]: id ?? undefined })}
    />
  )
  return (
    <>
      <div className="admin-filter">
        <Input
          type="date"
          className="fences-day"
          aria-label={t('crossings.day')}
          value={day}
          onChange={({ target }) => set({ day: target.value })}
        />
        {chooser('crew', t('crossings.crew'), crews)}
        {chooser('of', t('crossings.fence'), fences)}
      </div>
      {span ? (
        <WithAge of={crossings} title={t('crossings.failed')}>
          {(all) => (
            <>
              <Table<Crossing>
                size="small"
                rowKey={({ fenceId, crewId, at, inside }) => [fenceId, crewId, at, inside].join()}
                columns={columns}
                // The newest first: who opens the page asks what was just now.
                dataSource={all.toReversed()}
                pagination={all.length > PAGE ? { pageSize: PAGE, showSizeChanger: false } : false}
                locale={{ emptyText: t('crossings.none') }}
              />
              {all.length === MOST ? <small>{t('crossings.many', { n: number(MOST) })}</small> : null}
            </>
          )}
        </WithAge>
      ) : (
        <p className="field-note">{t('crossings.badDay')}</p>
      )}
    </>
  )
}
