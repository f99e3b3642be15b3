import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { homeOf } from '../../server/contract/home-of.ts'
import type { Actor } from '../../server/contract/role.ts'
import type { Me } from '../api-people.ts'
import { ownPath } from '../me/own-path.ts'
import { PasswordForm } from '../me/PasswordForm.tsx'
import { RecoveryCodes } from '../me/RecoveryCodes.tsx'
import { SecondFactor } from '../me/SecondFactor.tsx'
import { meChanged, useSignOut } from '../me/use-me.ts'

interface SignedInProps {
  me: Me
  actor: Actor
  to: string | undefined
}

/** What is left to set up, one thing at a time; then where to go. */
export function SignedIn({ me, actor, to }: SignedInProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const [codes, setCodes] = useState<string[]>()
  const goOn = (): void => void navigate({ href: ownPath(to ?? homeOf(actor)), replace: true })
  const [next] = me.todo
  if (codes) return <RecoveryCodes codes={codes} onKept={() => void meChanged(queries).then(goOn)} />
  if (next === 'password')
    return (
      <>
        <h1>{t('setUp.password')}</h1>
        <p className="sign-in-words">{t('setUp.passwordWhy', { name: actor.name })}</p>
        <PasswordForm first onDone={() => meChanged(queries)} />
      </>
    )
  if (next === 'second-factor')
    return (
      <>
        <h1>{t('setUp.factor')}</h1>
        <p className="sign-in-words">{t('setUp.factorWhy')}</p>
        <SecondFactor replaces={false} onCodes={setCodes} />
      </>
    )
  return (
    <>
      <h1>{t('signIn.already', { name: actor.name })}</h1>
      <p className="sign-in-words">{actor.roles.map((role) => t(`role.${role}`)).join(t('me.and'))}</p>
      <Button type="primary" size="large" block onClick={goOn}>
        {t('signIn.goOn')}
      </Button>
      <Button size="large" block onClick={() => void signOut()}>
        {t('me.signOut')}
      </Button>
    </>
  )
}
