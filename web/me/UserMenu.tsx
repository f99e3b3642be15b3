import './me.css'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { signInAddress } from './own-path.ts'
import { useLeaveMenu } from './use-leave-menu.ts'
import { useMe, useSignOut } from './use-me.ts'
import { mayCallScenes } from './workspaces.ts'

/** Who is signed in, with what concerns only them; for a guest the way in. Plain HTML: the map page has it too. */
export function UserMenu() {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const signOut = useSignOut()
  const menu = useRef<HTMLDetailsElement>(null)
  useLeaveMenu(menu)
  if (!me) return null
  if (!me.actor)
    return (
      <a className="button button-small" href={signInAddress(location.pathname + location.search)}>
        {t('me.signIn')}
      </a>
    )
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !menu.current?.open) return
    event.stopPropagation()
    menu.current.open = false
    menu.current.querySelector('summary')?.focus()
  }
  const posts = me.actor.roles.map((role) => t(`role.${role}`)).join(t('me.and'))
  return (
    <details className="user-menu" ref={menu} onKeyDown={onKey}>
      <summary>{me.actor.name}</summary>
      <div>
        <p>
          <b>{me.actor.name}</b>
          {posts}
        </p>
        {mayCallScenes(me.actor) ? <Link to="/remote">{t('me.remote')}</Link> : null}
        <Link to="/me">{t('me.account')}</Link>
        <button type="button" onClick={() => void signOut()}>
          {t('me.signOut')}
        </button>
      </div>
    </details>
  )
}
