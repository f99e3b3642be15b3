import './console.css'
import { Link, Outlet } from '@tanstack/react-router'
import { useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { UserMenu } from '../me/UserMenu.tsx'
import { useMe } from '../me/use-me.ts'
import { useTodoGate } from '../me/use-todo-gate.ts'
import { workspacesOf } from '../me/workspaces.ts'
import { Button } from '../ui/Button.tsx'
import { AntdTheme } from './AntdTheme.tsx'
import { LiveMark } from './LiveMark.tsx'
import { ConsoleSearch } from './search/ConsoleSearch.tsx'
import { ThemeOfPage } from './theme-of-page.ts'
import { useCityName } from './use-city-name.ts'
import { useConsoleScreen } from './use-console-screen.ts'

/** The bar over every workspace of the desk, and the workspace below it. */
export function ConsoleFrame() {
  const { t } = useTranslation()
  const screen = useConsoleScreen()
  const me = useMe().data
  const city = useCityName()
  const isOpen = useTodoGate()
  const name = city?.name[screen.language]
  useLayoutEffect(() => {
    document.title = name ? t('page.title', { city: name }) : t('app.name')
  }, [name, t])
  return (
    <AntdTheme theme={screen.theme}>
      <ThemeOfPage value={screen.theme}>
        <div className="console">
          <header className="console-bar">
            <a className="console-skip" href="#work">
              {t('console.skip')}
            </a>
            <p className="console-city">
              <b>{name}</b> <span>{t('app.name')}</span>
            </p>
            <nav aria-label={t('nav.label')}>
              {workspacesOf(me?.actor, me?.guestsRead ?? []).map(({ id, to }) => (
                <Link key={id} to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
                  {t(`nav.${id}`)}
                </Link>
              ))}
            </nav>
            {city?.demo ? <span className="tag">{t('app.demo')}</span> : null}
            <span className="console-gap" />
            <ConsoleSearch />
            <LiveMark />
            <div className="console-switches">
              <Button
                small
                look="quiet"
                onClick={screen.switchLanguage}
                lang={screen.language === 'zh' ? 'en' : 'zh-CN'}
              >
                {t('switch.language')}
              </Button>
              <Button small look="quiet" onClick={screen.switchTheme}>
                {t(screen.theme === 'light' ? 'switch.dark' : 'switch.light')}
              </Button>
            </div>
            <UserMenu />
          </header>
          <main className="console-work" id="work" tabIndex={-1}>
            {isOpen ? <Outlet /> : null}
          </main>
        </div>
      </ThemeOfPage>
    </AntdTheme>
  )
}
