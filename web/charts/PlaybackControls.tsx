import './playback.css'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import type { Playback } from './use-playback.ts'

interface PlaybackControlsProps {
  playback: Playback
  /** Length of the window, where it is chosen here. */
  windowDays?: number
  onWindow?: (days: number) => void
  /** Without the choice of a speed: where each step is asked of the server, that sets it. */
  steady?: boolean
}

const WINDOWS = [1, 7, 14, 30, 90]
const STEPS = [1, 7]
const SPEEDS = [2, 4, 10]

export function PlaybackControls({ playback, windowDays, onWindow, steady = false }: PlaybackControlsProps) {
  const { t } = useTranslation()
  const { playing, pace, setPace, toggle } = playback
  return (
    <div className="playback">
      {windowDays !== undefined && onWindow ? (
        <label>
          {t('play.window')}
          <select value={windowDays} onChange={(event) => onWindow(Number(event.target.value))}>
            {WINDOWS.includes(windowDays) ? null : (
              <option value={windowDays}>{t('play.days', { count: windowDays })}</option>
            )}
            {WINDOWS.map((days) => (
              <option key={days} value={days}>
                {t('play.days', { count: days })}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label>
        {t('play.step')}
        <select value={pace.stepDays} onChange={(event) => setPace({ ...pace, stepDays: Number(event.target.value) })}>
          {STEPS.map((days) => (
            <option key={days} value={days}>
              {t('play.days', { count: days })}
            </option>
          ))}
        </select>
      </label>
      {steady ? null : (
        <label>
          {t('play.speed')}
          <select
            value={pace.stepsPerSecond}
            onChange={(event) => setPace({ ...pace, stepsPerSecond: Number(event.target.value) })}
          >
            {SPEEDS.map((speed) => (
              <option key={speed} value={speed}>
                {t('play.perSecond', { n: speed })}
              </option>
            ))}
          </select>
        </label>
      )}
      <Button small pressed={playing} onClick={toggle}>
        {t(playing ? 'play.stop' : 'play.start')}
      </Button>
    </div>
  )
}
