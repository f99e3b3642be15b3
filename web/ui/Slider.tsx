import './slider.css'
import { type CSSProperties, useId } from 'react'

interface SliderProps {
  name: string
  value: number
  /** As it is now: it stays as a tick, and a value that is another is the person's own. */
  was: number
  min: number
  max: number
  step: number
  onChange: (value: number) => void
  /** What stands beside it, and is read out. */
  words: string
  /** Why it cannot be moved. */
  why?: string | undefined
}

/** A figure to try: arrow keys move it by a step, Home and End to its ends. */
export function Slider({ name, value, was, min, max, step, onChange, words, why }: SliderProps) {
  const id = useId()
  const share = max > min ? (was - min) / (max - min) : 0
  const moved = Math.abs(value - was) > step / 2
  return (
    <div className={`slider ${moved ? 'is-moved' : ''}`}>
      <label htmlFor={id}>{name}</label>
      <span className="slider-track" style={{ '--was': Math.min(1, Math.max(0, share)) } as CSSProperties}>
        <input
          id={id}
          type="range"
          {...{ min, max, step, value }}
          disabled={why !== undefined}
          aria-valuetext={why ?? words}
          onChange={({ target }) => onChange(target.valueAsNumber)}
        />
      </span>
      <output htmlFor={id} aria-live="off">
        {why ?? words}
      </output>
    </div>
  )
}
