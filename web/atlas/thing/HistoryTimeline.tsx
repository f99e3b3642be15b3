import { useTranslation } from 'react-i18next'
import { Asset } from '../../../server/contract/asset.ts'
import type { Layer } from '../../../server/contract/layer.ts'
import type { LogRow } from '../../../server/contract/log.ts'
import { moment } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { Fault } from '../Fault.tsx'
import { useHistory } from '../queries.ts'

const KINDS = ['asset-added', 'asset-changed', 'asset-moved', 'asset-removed', 'asset-restored'] as const
const ACTORS = ['made', 'import', 'person', 'sensor', 'screen', 'system'] as const

const stateOf = (row: LogRow | undefined): Asset | undefined => Asset.safeParse(row?.after).data

interface HistoryTimelineProps {
  id: string
  layer: Layer
  seq: number
  /** Up to this instant; undefined: up to now. */
  at: string | undefined
}

/** What happened to a thing, the newest first, out of the log. */
export function HistoryTimeline({ id, layer, seq, at }: HistoryTimelineProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const history = useHistory(id, seq, at)
  const rows = history.data ?? []
  const statusIn = (row: LogRow | undefined) => layer.statuses.find((each) => each.id === stateOf(row)?.status)
  const kindOf = (row: LogRow): string => {
    const kind = KINDS.find((each) => each === row.kind)
    return kind ? t(`log.${kind}`) : row.kind
  }
  const actorOf = (row: LogRow): string => {
    const actor = ACTORS.find((each) => row.actor.startsWith(`${each}:`))
    return actor ? t(`actor.${actor}`) : row.actor
  }
  return (
    <>
      <h3>
        {t('card.history')} <span>{rows.length > 0 ? t('card.historyCount', { count: rows.length }) : null}</span>
      </h3>
      {history.error && rows.length === 0 ? <Fault fault={history.error} title={t('card.historyFailed')} /> : null}
      {history.isPending ? <Hairlines rows={2} label={t('page.loading')} /> : null}
      <ol className="timeline">
        {rows.map((row, i) => {
          const status = statusIn(row)
          const changed = status && status.id !== statusIn(rows[i + 1])?.id
          return (
            <li key={row.seq}>
              <time dateTime={row.at}>{moment(row.at, Date.now())}</time>
              <p>
                <b>{kindOf(row)}</b>
                {changed ? (
                  <span className="timeline-state">
                    <StateMark state={status.state} size={11} />
                    {status.name[language]}
                  </span>
                ) : null}
                <small>
                  {actorOf(row)}
                  {row.reason ? ` ${row.reason}` : ''}
                </small>
              </p>
            </li>
          )
        })}
      </ol>
    </>
  )
}
