import './wall.css'
import '../i18n/wall-words.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../api.ts'
import { texts } from '../i18n/i18n.ts'
import { keptLanguage } from '../i18n/kept-language.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useLiveIs } from '../live.ts'
import { meChanged, useMe } from '../me/use-me.ts'
import { applyTheme } from '../theme/theme.ts'
import { Button } from '../ui/Button.tsx'
import { useAskingAgain } from './endure/use-asking-again.ts'
import { PairWall } from './PairWall.tsx'
import { WallStage } from './WallStage.tsx'

/** A wall asks to be let in, and then shows its city for months. */
export function WallPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const queries = useQueryClient()
  const { data: me, error, refetch } = useMe()
  const live = useLiveIs()
  const [wanted, setWanted] = useState(false)
  useLayoutEffect(() => {
    // Until the map knows how the sun stands.
    applyTheme('dark')
    if (texts.language !== keptLanguage()) void texts.changeLanguage(keptLanguage())
  }, [])
  useLayoutEffect(() => {
    document.title = t('wall.title')
    // Words of another length are composed in another way.
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [t, language])
  // A stream that is refused is how a wall learns that it was taken out.
  useEffect(() => {
    if (live === 'refused') void refetch()
  }, [live, refetch])
  useAskingAgain(error !== null, refetch)
  const onPaired = useCallback(() => void meChanged(queries), [queries])

  const isRevoked = error instanceof Refusal && error.problem.code === 'screen-revoked'
  const actor = isRevoked ? null : me?.actor
  if (actor === undefined)
    return <div className="wall">{error ? <p className="wall-lost">{t('wall.lost')}</p> : null}</div>
  if (actor === null || wanted)
    return (
      <div className="wall">
        <PairWall isRevoked={isRevoked} onPaired={onPaired} />
      </div>
    )
  if (!actor.roles.includes('screen'))
    return (
      <div className="wall">
        <main className="wall-person">
          <h1>{t('wall.person', { name: actor.name })}</h1>
          <p>{t('wall.personNote', { name: actor.name })}</p>
          <Button look="primary" onClick={() => setWanted(true)}>
            {t('wall.pairHere')}
          </Button>
        </main>
      </div>
    )
  return (
    <div className="wall">
      <WallStage />
    </div>
  )
}
