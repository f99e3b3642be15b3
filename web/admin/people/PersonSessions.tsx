import { useTranslation } from 'react-i18next'
import type { Person } from '../../../server/contract/person.ts'
import { WithAge } from '../../console/WithAge.tsx'
import { moment } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { browserWords } from './browser-words.ts'
import { usePeopleVerbs, usePersonSessions } from './queries.ts'

/** Where somebody is signed in now, each with a way to end it. */
export function PersonSessions({ person, mayWrite }: { person: Person; mayWrite: boolean }) {
  const { t } = useTranslation()
  const sessions = usePersonSessions(person.id)
  const { signOut } = usePeopleVerbs()
  const now = Date.now()
  return (
    <section className="drawer-part" aria-labelledby="person-sessions">
      <h2 id="person-sessions">{t('person.sessions')}</h2>
      <WithAge of={sessions} title={t('person.sessionsFailed')}>
        {(found) =>
          found.length === 0 ? (
            <p className="field-note">{t('person.noSessions', { name: person.name })}</p>
          ) : (
            <ul className="session-list">
              {found.map(({ id, means, madeAt, seenAt, address, browser, current }) => (
                <li key={id}>
                  <div>
                    <b>{browserWords(browser)}</b> <code>{address}</code> {current ? <em>{t('person.here')}</em> : null}
                    <small>
                      {t(`means.${means}`)} · {t('person.since', { time: moment(madeAt, now) })} ·{' '}
                      {t('person.seen', { time: moment(seenAt, now) })}
                    </small>
                  </div>
                  <Button
                    small
                    disabled={!mayWrite || signOut.isPending}
                    title={mayWrite ? undefined : t('admin.onlyAdmin')}
                    onClick={() => signOut.mutate({ id: person.id, session: id })}
                  >
                    {t('person.signOut')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </WithAge>
      {signOut.error ? <Refused fault={signOut.error} title={t('person.signOutFailed')} /> : null}
    </section>
  )
}
