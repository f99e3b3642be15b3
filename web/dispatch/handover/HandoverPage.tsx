import '../../i18n/shift-words.ts'
import '../../case/inks.css'
import './handover.css'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Handover, statusOf } from '../../../server/contract/handover.ts'
import { useNow } from '../../console/use-now.ts'
import { WithAge } from '../../console/WithAge.tsx'
import { moment } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { HandoverSheet } from './HandoverSheet.tsx'
import { useHandover, useHandoverActs, useHandovers, useMayWrite } from './queries.ts'

const route = getRouteApi('/desk/dispatch/handover')

/** 交接班: what this shift leaves to the next, and what earlier ones left. */
export function HandoverPage() {
  const { t } = useTranslation()
  const navigate = route.useNavigate()
  const { id } = route.useSearch()
  const list = useHandovers()
  const mayWrite = useMayWrite()
  const { open } = useHandoverActs()
  const shown = id ?? list.data?.[0]?.id
  const begin = (): void =>
    open.mutate(undefined, { onSuccess: (opened) => void navigate({ search: { id: opened.id } }) })
  return (
    <div className="handover">
      <nav className="handover-list" aria-label={t('handover.past')}>
        <h1>{t('handover.title')}</h1>
        <p>{t('handover.about')}</p>
        {mayWrite ? (
          <Button look="primary" disabled={open.isPending} onClick={begin}>
            {t('handover.open')}
          </Button>
        ) : null}
        {open.error ? <Refused fault={open.error} title={t('handover.failed')} /> : null}
        <WithAge of={list} title={t('handover.listFailed')}>
          {(all) => (all.length === 0 ? <p>{t('handover.none')}</p> : <HandoverLinks handovers={all} shown={shown} />)}
        </WithAge>
      </nav>
      {shown === undefined ? null : <OpenHandover key={shown} id={shown} />}
    </div>
  )
}

function HandoverLinks({ handovers, shown }: { handovers: readonly Handover[]; shown: string | undefined }) {
  const { t } = useTranslation()
  const now = useNow()
  return (
    <ul>
      {handovers.map((of) => (
        <li key={of.id}>
          <Link to="/dispatch/handover" search={{ id: of.id }} aria-current={of.id === shown ? 'page' : undefined}>
            <b>{moment(of.openedAt, now)}</b> {of.openedByName}
            <small>{t(`handoverStatus.${statusOf(of)}`)}</small>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function OpenHandover({ id }: { id: string }) {
  const { t } = useTranslation()
  const handover = useHandover(id)
  return (
    <div className="handover-page">
      <WithAge of={handover} title={t('handover.oneFailed')}>
        {({ of, etag }) => <HandoverSheet handover={of} etag={etag} />}
      </WithAge>
    </div>
  )
}
