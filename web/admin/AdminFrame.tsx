import './admin.css'
import '../i18n/admin-words.ts'
import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { signInAddress } from '../me/own-path.ts'
import { useMe } from '../me/use-me.ts'
import { Hairlines } from '../ui/Hairlines.tsx'
import { sectionsOf } from './sections.ts'

/** The column of what can be set up, and the page of it. */
export function AdminFrame() {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const { pathname } = useLocation()
  if (!me) return <Hairlines rows={12} label={t('page.loading')} />
  const sections = sectionsOf(me.actor)
  const [first] = sections
  // 设置 in the bar is no page of its own.
  if (first && /^\/admin\/?$/.test(pathname)) return <Navigate to={first.to} replace />
  const isOpen = sections.some(({ to }) => pathname.startsWith(to))
  return (
    <div className="admin">
      <nav className="admin-nav" aria-label={t('admin.nav')}>
        {sections.map(({ id, to }) => (
          <Link key={id} to={to} activeOptions={{ includeSearch: false }}>
            {t(`adminSection.${id}`)}
          </Link>
        ))}
      </nav>
      <div className="admin-page">
        {isOpen ? (
          <Outlet />
        ) : me.actor ? (
          <p className="admin-closed">{t('admin.notYours')}</p>
        ) : (
          <p className="admin-closed">
            {t('admin.signInFirst')} <a href={signInAddress(pathname)}>{t('admin.toSignIn')}</a>
          </p>
        )}
      </div>
    </div>
  )
}
