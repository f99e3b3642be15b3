import { useTranslation } from 'react-i18next'
import { renderSVG } from 'uqr'
import type { Person } from '../../../server/contract/person.ts'
import { clock, dayOf } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { usePeopleVerbs } from './queries.ts'

/** A way in that is good once: shown where it is made, and nowhere again. */
export function OneTimeLink({ person, mayWrite }: { person: Person; mayWrite: boolean }) {
  const { t } = useTranslation()
  const { invite } = usePeopleVerbs()
  const why = !mayWrite ? t('admin.onlyAdmin') : person.disabledAt !== null ? t('person.linkDisabled') : undefined
  return (
    <section className="drawer-part" aria-labelledby="one-time-link">
      <h2 id="one-time-link">{t('person.link')}</h2>
      <p className="field-note">{t('person.linkNote')}</p>
      {invite.data ? (
        <div className="one-time" role="status">
          <img
            src={`data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(invite.data.url, { border: 2 }))}`}
            alt={t('person.linkPicture', { name: person.name })}
            width={148}
            height={148}
          />
          <div>
            <p>
              <b>{t('person.linkOnce')}</b>
            </p>
            <code className="one-time-url">{invite.data.url}</code>
            <p>{t('person.linkUntil', { time: `${dayOf(invite.data.until)} ${clock(invite.data.until)}` })}</p>
            <CopyButton text={invite.data.url} label={t('person.copyLink')} done={t('person.copied')} />
          </div>
        </div>
      ) : null}
      {invite.error ? <Refused fault={invite.error} title={t('person.linkFailed')} /> : null}
      <p className="verb-line">
        <Button disabled={why !== undefined || invite.isPending} onClick={() => invite.mutate(person.id)}>
          {t(invite.data ? 'person.makeLinkAgain' : 'person.makeLink')}
        </Button>
        {why ? <small>{why}</small> : null}
      </p>
    </section>
  )
}
