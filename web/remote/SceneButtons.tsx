import { useTranslation } from 'react-i18next'
import type { RemoteScreen, Scene } from '../../server/contract/wall.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { shownOf } from './remote-state.ts'

interface SceneButtonsProps {
  scenes: readonly Scene[]
  wall: RemoteScreen
  now: number
  /** What is being asked for; undefined: nothing. */
  pending: string | null | undefined
  onCall: (scene: string) => void
}

/** The scenes of the round, large enough for a thumb. */
export function SceneButtons({ scenes, wall, now, pending, onCall }: SceneButtonsProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { scene: shown, held } = shownOf(wall, now)
  const noteOf = (id: string): string =>
    id === pending
      ? t('remote.calling')
      : id === held?.scene
        ? t(id === shown ? 'remote.isHeld' : 'remote.isCalled')
        : id === shown
          ? t('remote.isShown')
          : ''
  return (
    <ul className="remote-scenes">
      {scenes.map(({ id, title }) => (
        <li key={id}>
          <button
            type="button"
            className="remote-scene"
            aria-pressed={id === held?.scene}
            disabled={pending !== undefined}
            onClick={() => onCall(id)}
          >
            <b>{title[language]}</b>
            {noteOf(id) ? <small>{noteOf(id)}</small> : null}
          </button>
        </li>
      ))}
    </ul>
  )
}
