import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { RemoteScreen } from '../../server/contract/wall.ts'
import { clock, duration } from '../format.ts'
import { StateMark } from '../icons/StateMark.tsx'
import { shownOf } from './remote-state.ts'

interface WallChoiceProps {
  screens: readonly RemoteScreen[]
  value: string
  now: number
  titleOf: (scene: string) => string
  onChange: (id: string) => void
}

/** The walls, each with how it is and what it shows; one of them is the one that the buttons are for. */
export function WallChoice({ screens, value, now, titleOf, onChange }: WallChoiceProps) {
  const { t } = useTranslation()
  const name = useId()
  return (
    <fieldset className="remote-walls">
      <legend>{t('remote.walls')}</legend>
      {screens.map((screen) => (
        <label key={screen.id} className="remote-wall">
          <input type="radio" name={name} checked={screen.id === value} onChange={() => onChange(screen.id)} />
          <span className="remote-wall-name">{screen.name}</span>
          <WallLines screen={screen} now={now} titleOf={titleOf} />
        </label>
      ))}
    </fieldset>
  )
}

function WallLines({ screen, now, titleOf }: { screen: RemoteScreen } & Pick<WallChoiceProps, 'now' | 'titleOf'>) {
  const { t } = useTranslation()
  const { health } = screen
  const { scene, held, awaited } = shownOf(screen, now)
  const until =
    held === null ? '' : held.until === null ? t('remote.heldOpen') : t('remote.heldUntil', { time: clock(held.until) })
  const age = health ? duration(Math.max(0, (now - Date.parse(health.at)) / 1_000)) : ''
  return (
    <>
      <span className="remote-line">
        <StateMark
          state={health?.state === 'alive' ? 'normal' : health?.state === 'frozen' ? 'late' : 'unknown'}
          size={14}
        />
        {health ? t(`screenHealth.${health.state}`, { age }) : t('screenHealth.never')}
      </span>
      <span className="remote-line">
        {scene === null ? t('remote.showsUnknown') : t('remote.shows', { scene: titleOf(scene) })}
        {awaited ? t('remote.awaited') : null}
      </span>
      {held ? (
        <span className="remote-line is-held">{t('remote.held', { scene: titleOf(held.scene), until })}</span>
      ) : null}
    </>
  )
}
