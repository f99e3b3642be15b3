import './remote.css'
import '../i18n/remote-words.ts'
import { useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useCityName } from '../console/use-city-name.ts'
import { useConsoleScreen } from '../console/use-console-screen.ts'
import { signInAddress } from '../me/own-path.ts'
import { useMe } from '../me/use-me.ts'
import { mayCallScenes } from '../me/workspaces.ts'
import { Button } from '../ui/Button.tsx'
import { Hairlines } from '../ui/Hairlines.tsx'
import { RemoteControl } from './RemoteControl.tsx'

/** The commander's remote control: a phone page that makes walls show a scene (W6). */
export function RemotePage() {
  const { t } = useTranslation()
  const screen = useConsoleScreen()
  const me = useMe()
  const city = useCityName()
  useLayoutEffect(() => {
    document.title = t('remote.title')
  }, [t])
  const actor = me.data?.actor
  return (
    <div className="remote">
      <header className="remote-head">
        <h1>
          {t('remote.title')} <small>{city?.name[screen.language]}</small>
        </h1>
        {city?.demo ? <span className="tag">{t('app.demo')}</span> : null}
        <Button small look="quiet" onClick={screen.switchLanguage} lang={screen.language === 'zh' ? 'en' : 'zh-CN'}>
          {t('switch.language')}
        </Button>
        <Button small look="quiet" onClick={screen.switchTheme}>
          {t(screen.theme === 'light' ? 'switch.dark' : 'switch.light')}
        </Button>
      </header>
      <main>
        {actor === undefined && !me.error ? (
          <Hairlines rows={8} label={t('page.loading')} />
        ) : actor && mayCallScenes(actor) ? (
          <RemoteControl />
        ) : (
          <p className="remote-closed">
            {me.error ? t('remote.lost') : actor ? t('remote.notYours') : t('remote.signInFirst')}{' '}
            {me.error ? null : actor ? (
              <a href="/">{t('remote.toMap')}</a>
            ) : (
              <a href={signInAddress('/remote')}>{t('remote.toSignIn')}</a>
            )}
          </p>
        )}
      </main>
    </div>
  )
}
