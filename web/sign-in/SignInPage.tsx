import '../me/account.css'
import './sign-in.css'
import { getRouteApi } from '@tanstack/react-router'
import { useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { AntdTheme } from '../console/AntdTheme.tsx'
import { useCityName } from '../console/use-city-name.ts'
import { useConsoleScreen } from '../console/use-console-screen.ts'
import { useMe } from '../me/use-me.ts'
import { Button } from '../ui/Button.tsx'
import { SignedIn } from './SignedIn.tsx'
import { SignInForm } from './SignInForm.tsx'

const route = getRouteApi('/sign-in')

/** Where one comes in; and behind the first link, where one sets up the ways to come in again. */
export function SignInPage() {
  const { t } = useTranslation()
  const screen = useConsoleScreen()
  const { to } = route.useSearch()
  const me = useMe()
  const city = useCityName()
  const name = city?.name[screen.language] ?? ''
  useLayoutEffect(() => {
    document.title = t('signIn.title')
  }, [t])
  return (
    <AntdTheme theme={screen.theme}>
      <div className="sign-in">
        <header>
          <p className="sign-in-name">
            {name} <b>{t('app.name')}</b>
          </p>
          {city?.demo ? <span className="tag">{t('app.demo')}</span> : null}
        </header>
        <main>
          {me.data?.actor ? (
            <SignedIn me={me.data} actor={me.data.actor} to={to} />
          ) : (
            <SignInForm to={to} lost={me.isError} />
          )}
        </main>
        <footer>
          <Button small look="quiet" onClick={screen.switchLanguage} lang={screen.language === 'zh' ? 'en' : 'zh-CN'}>
            {t('switch.language')}
          </Button>
          <Button small look="quiet" onClick={screen.switchTheme}>
            {t(screen.theme === 'light' ? 'switch.dark' : 'switch.light')}
          </Button>
          {me.data?.guestsRead.includes('map') ? (
            <a className="button button-small button-quiet" href="/">
              {t('signIn.asGuest')}
            </a>
          ) : null}
        </footer>
      </div>
    </AntdTheme>
  )
}
