import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { may } from '../../../server/contract/permission.ts'
import { getAssetTrust } from '../../api-trust.ts'
import { trustFacts } from '../../format-trust.ts'
import { useActor } from '../../me/use-me.ts'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { Fault } from '../Fault.tsx'

/** How far the thing's data can be relied on: age, source, class of position and who saw it last. Only for whoever works here. */
export function TrustFacts({ id, seq }: { id: string; seq: number }) {
  const { t } = useTranslation()
  const actor = useActor()
  const on = actor ? may(actor, 'read', 'asset') : false
  const trust = useQuery({
    queryKey: ['asset', id, seq, 'trust'],
    queryFn: ({ signal }) => getAssetTrust(id, signal),
    enabled: on,
    placeholderData: (before) => (before?.id === id ? before : undefined),
  })
  if (!on) return null
  return (
    <>
      <h3>{t('trust.title')}</h3>
      {trust.error && !trust.data ? <Fault fault={trust.error} title={t('trust.failed')} /> : null}
      {trust.isPending ? <Hairlines rows={4} label={t('page.loading')} /> : null}
      {trust.data ? (
        <dl className="fields">
          {trustFacts(trust.data, t).map(({ id: fact, name, value, note }) => (
            <div key={fact} data-fact={fact}>
              <dt>{name}</dt>
              <dd>
                {value}
                {note ? <small> {note}</small> : null}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  )
}
