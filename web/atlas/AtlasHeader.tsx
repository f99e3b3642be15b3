import { Link } from '@tanstack/react-router'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { City } from '../../server/contract/city.ts'
import type { LayerPicture, SearchHit } from '../api.ts'
import { moment } from '../format.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { UserMenu } from '../me/UserMenu.tsx'
import { useMe } from '../me/use-me.ts'
import { useTodoGate } from '../me/use-todo-gate.ts'
import { workspacesOf } from '../me/workspaces.ts'
import { Button } from '../ui/Button.tsx'
import type { Theme } from './picture.ts'
import { SearchBox } from './search/SearchBox.tsx'

interface AtlasHeaderProps {
  city: City | undefined
  layers: LayerPicture[] | undefined
  theme: Theme
  searchInput: RefObject<HTMLInputElement | null>
  onPick: (hit: SearchHit) => void
  onTheme: () => void
  onLanguage: () => void
  onHelp: () => void
}

export function AtlasHeader(props: AtlasHeaderProps) {
  const { city, layers, theme, searchInput, onPick, onTheme, onLanguage, onHelp } = props
  const { t } = useTranslation()
  const language = useLanguage()
  const me = useMe().data
  useTodoGate()
  return (
    <header className="bar">
      <a className="skip" href="#map">
        {t('page.skip')}
      </a>
      <h1>
        {city?.name[language]} <em>{t('app.name')}</em>
      </h1>
      <nav aria-label={t('nav.label')}>
        {workspacesOf(me?.actor, me?.guestsRead ?? ['map']).map(({ id, to }) =>
          to === '/' ? (
            <Link key={id} to="/" search={{}} aria-current="page">
              {t(`nav.${id}`)}
            </Link>
          ) : (
            <Link key={id} to={to}>
              {t(`nav.${id}`)}
            </Link>
          ),
        )}
      </nav>
      {city?.demo ? <span className="tag">{t('app.demo')}</span> : null}
      <SearchBox layers={layers} onPick={onPick} input={searchInput} />
      {city?.dataAt ? (
        <span className="data-time" title={t('page.dataAtHint', { seq: city.seq })}>
          {t('page.dataAt', { time: moment(city.dataAt, Date.now()) })}
        </span>
      ) : null}
      <div className="bar-switches">
        <Button small look="quiet" onClick={onLanguage} lang={language === 'zh' ? 'en' : 'zh-CN'}>
          {t('switch.language')}
        </Button>
        <Button small look="quiet" onClick={onTheme}>
          {t(theme === 'light' ? 'switch.dark' : 'switch.light')}
        </Button>
        <Button small look="quiet" onClick={onHelp} aria-label={t('help.title')} title={t('help.title')}>
          ?
        </Button>
      </div>
      <UserMenu />
    </header>
  )
}
