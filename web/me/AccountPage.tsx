import './account.css'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '../api-people.ts'
import { Button } from '../ui/Button.tsx'
import { OpenSessions } from './OpenSessions.tsx'
import { signInAddress } from './own-path.ts'
import { PasswordForm } from './PasswordForm.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import { meChanged, useMe, useSignOut } from './use-me.ts'

/** What somebody sets about themselves: password, authenticator, where they are signed in. */
export function AccountPage() {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const signOut = useSignOut()
  if (!me) return null
  if (!me.actor)
    return (
      <div className="account">
        <h1>{t('me.account')}</h1>
        <p className="account-words">{t('me.guest')}</p>
        <a className="button button-primary" href={signInAddress('/me')}>
          {t('me.signIn')}
        </a>
      </div>
    )
  return (
    <div className="account">
      <h1>{me.actor.name}</h1>
      <p className="account-words">
        {me.actor.roles.map((role) => t(`role.${role}`)).join(t('me.and'))}
        {me.demo ? t('me.demo') : null}
      </p>
      {me.demo ? null : <Keys me={me} />}
      <OpenSessions />
      <Button onClick={() => void signOut()}>{t('me.signOut')}</Button>
    </div>
  )
}

function Keys({ me }: { me: Me }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [codes, setCodes] = useState<string[]>()
  const [replacing, setReplacing] = useState(false)
  const [said, setSaid] = useState(false)
  if (codes)
    return (
      <RecoveryCodes
        codes={codes}
        onKept={() => {
          setReplacing(false)
          void meChanged(queries).then(() => setCodes(undefined))
        }}
      />
    )
  return (
    <>
      <section>
        <h2>{t('setUp.passwordChange')}</h2>
        <PasswordForm
          first={false}
          onDone={async () => {
            setSaid(true)
            await meChanged(queries)
          }}
        />
        {said ? <p role="status">{t('setUp.passwordChanged')}</p> : null}
      </section>
      <section>
        <h2>{t('setUp.factor')}</h2>
        <p className="account-words">{t(me.secondFactor ? 'setUp.factorIs' : 'setUp.factorIsNot')}</p>
        {replacing ? (
          <SecondFactor replaces={me.secondFactor} onCodes={setCodes} />
        ) : (
          <Button onClick={() => setReplacing(true)}>{t(me.secondFactor ? 'setUp.replace' : 'setUp.factorGo')}</Button>
        )}
      </section>
    </>
  )
}
