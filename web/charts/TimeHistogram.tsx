import './time-histogram.css'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'

export interface HistogramBin {
  first: number
  last: number
  count: number
}

interface TimeHistogramProps {
  bins: HistogramBin[]
  /** The chosen days, whole day numbers, both included. */
  first: number
  last: number
  /** Names of the two handles and their values, in words. */
  words: { start: string; end: string; window: string; startValue: string; endValue: string }
  /** Labels under the axis, by day number. */
  ticks: { day: number; text: string }[]
  /** The largest count, in words, at the top right. */
  most: string
  onEnd: (end: 'first' | 'last', day: number) => void
  onShift: (days: number) => void
  onWindow: (first: number, last: number) => void
}

const HEIGHT = 36
type Grip = 'first' | 'last' | 'window' | 'new'

/** Counts by day or week with a window to drag: its ends, the whole of it, or a new one drawn over the bars. Arrow keys move what has
 *  the focus by a day, with Shift by a week. */
export function TimeHistogram(props: TimeHistogramProps) {
  const { bins, first, last, words, ticks, most, onEnd, onShift, onWindow } = props
  const frame = useRef<HTMLDivElement>(null)
  const drag = useRef<{ grip: Grip; from: number; first: number } | undefined>(undefined)
  const start = bins[0]?.first ?? first
  const end = bins.at(-1)?.last ?? last
  const span = Math.max(1, end - start + 1)
  const peak = Math.max(1, ...bins.map(({ count }) => count))
  const share = (day: number): number => Math.min(Math.max((day - start) / span, 0), 1) * 100
  const dayAt = (event: PointerEvent): number => {
    const box = frame.current?.getBoundingClientRect()
    const part = box ? (event.clientX - box.left) / box.width : 0
    return start + Math.min(Math.max(Math.floor(part * span), 0), span - 1)
  }
  const grab = (grip: Grip) => (event: PointerEvent) => {
    if (event.button !== 0) return
    event.stopPropagation()
    frame.current?.setPointerCapture(event.pointerId)
    drag.current = { grip, from: dayAt(event), first }
  }
  const pull = (event: PointerEvent): void => {
    const held = drag.current
    if (!held) return
    const day = dayAt(event)
    if (held.grip === 'window') onShift(held.first + day - held.from - first)
    else if (held.grip === 'new') onWindow(Math.min(held.from, day), Math.max(held.from, day))
    else onEnd(held.grip, day)
  }
  const release = (): void => {
    drag.current = undefined
  }
  const arrows = (act: (days: number) => void) => (event: KeyboardEvent) => {
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key]
    if (!way) return
    event.preventDefault()
    event.stopPropagation()
    act(way * (event.shiftKey ? 7 : 1))
  }
  const handle = (grip: 'first' | 'last', day: number, label: string, value: string) => (
    <button
      type="button"
      className="histogram-handle"
      role="slider"
      aria-label={label}
      aria-valuemin={start}
      aria-valuemax={end}
      aria-valuenow={day}
      aria-valuetext={value}
      style={{ left: `${share(grip === 'first' ? day : day + 1)}%` }}
      onPointerDown={grab(grip)}
      onKeyDown={arrows((days) => onEnd(grip, day + days))}
    />
  )
  return (
    <div className="histogram">
      <span className="histogram-most">{most}</span>
      <div
        ref={frame}
        className="histogram-frame"
        style={{ height: HEIGHT }}
        onPointerDown={grab('new')}
        onPointerMove={pull}
        onPointerUp={release}
        onPointerCancel={release}
      >
        <svg viewBox={`0 0 ${span} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {bins.map((bin) => {
            const high = (bin.count / peak) * (HEIGHT - 2)
            const chosen = bin.last >= first && bin.first <= last
            return (
              <rect
                key={bin.first}
                className={chosen ? 'is-chosen' : ''}
                x={bin.first - start + (bin.last - bin.first + 1) * 0.13}
                width={(bin.last - bin.first + 1) * 0.74}
                y={HEIGHT - high}
                height={high}
              />
            )
          })}
        </svg>
        <button
          type="button"
          className="histogram-window"
          aria-label={words.window}
          style={{ left: `${share(first)}%`, width: `${share(last + 1) - share(first)}%` }}
          onPointerDown={grab('window')}
          onKeyDown={arrows(onShift)}
        />
        {handle('first', first, words.start, words.startValue)}
        {handle('last', last, words.end, words.endValue)}
      </div>
      <div className="histogram-ticks" aria-hidden="true">
        {ticks.map(({ day, text }) => (
          <span key={day} style={{ left: `${share(day)}%` }}>
            {text}
          </span>
        ))}
      </div>
    </div>
  )
}
