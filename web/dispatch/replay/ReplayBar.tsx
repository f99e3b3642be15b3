import '../../i18n/shift-words.ts'
import './replay.css'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrewTrack } from '../../../server/contract/track.ts'
import { clock, dayOf } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import { besideMark, type Mark, marksOf, SPEEDS, type Speed, stepOfKey } from './replay.ts'
import { usePlayer } from './use-player.ts'

interface ReplayBarProps {
  tracks: readonly CrewTrack[]
  /** Unix ms. Another span is another player: give the bar a `key` of it. */
  from: number
  to: number
  /** The instant that is shown, whenever it moves. */
  onAt: (at: number) => void
  onClose: () => void
}

/** The past of the crews as a film: played, sought, with what happened marked on it. */
export function ReplayBar({ tracks, from, to, onAt, onClose }: ReplayBarProps) {
  const { t } = useTranslation()
  const [replay, act] = usePlayer(from, to)
  const { at, speed, playing } = replay
  const marks = useMemo(() => marksOf(tracks, { from, to }), [tracks, from, to])
  useEffect(() => onAt(at), [at, onAt])
  const now = `${dayOf(at)} ${new Date(at + 8 * 3_600_000).toISOString().slice(11, 19)}`
  const leap = (by: 1 | -1): void => {
    const mark = besideMark(marks, at, by)
    if (mark) act({ do: 'seek', at: mark.at })
  }
  return (
    <section className="replay" aria-label={t('replay.title')}>
      <Button small look="primary" onClick={() => act({ do: 'toggle' })}>
        {t(playing ? 'replay.pause' : 'replay.play')}
      </Button>
      <Button small onClick={() => leap(-1)} disabled={!besideMark(marks, at, -1)}>
        {t('replay.before')}
      </Button>
      <Button small onClick={() => leap(1)} disabled={!besideMark(marks, at, 1)}>
        {t('replay.after')}
      </Button>
      <label className="replay-speed">
        <span className="hidden">{t('replay.speed')}</span>
        <select value={speed} onChange={({ target }) => act({ do: 'speed', speed: Number(target.value) as Speed })}>
          {SPEEDS.map((one) => (
            <option key={one} value={one}>
              ×{one}
            </option>
          ))}
        </select>
      </label>
      <div className="replay-line">
        <input
          type="range"
          aria-label={t('replay.at')}
          aria-valuetext={now}
          min={from}
          max={to}
          step={1_000}
          value={at}
          onChange={({ target }) => act({ do: 'seek', at: Number(target.value) })}
          onKeyDown={(event) => {
            const step = stepOfKey(event.key)
            if (!step || event.ctrlKey || event.metaKey || event.altKey) return
            event.preventDefault()
            event.stopPropagation()
            act(step)
          }}
        />
        <div className="replay-marks" aria-hidden="true">
          {marks.map((mark) => (
            <MarkTick key={mark.at} mark={mark} onSeek={() => act({ do: 'seek', at: mark.at })} />
          ))}
        </div>
      </div>
      <output className="replay-now">{now}</output>
      <Button small look="quiet" onClick={onClose}>
        {t('replay.close')}
      </Button>
    </section>
  )
}

/** A second way to an event for the mouse; the keys have the buttons beside the bar. */
function MarkTick({ mark, onSeek }: { mark: Mark; onSeek: () => void }) {
  const { t } = useTranslation()
  const title = mark.events
    .map(({ name, event }) => [clock(event.at), name, t(`trackEvent.${event.kind}`), event.number ?? ''].join(' '))
    .join('\n')
  return (
    <button
      type="button"
      tabIndex={-1}
      className="replay-mark"
      style={{ left: `${mark.share * 100}%` }}
      title={title}
      onClick={onSeek}
    />
  )
}
