import type { State } from '../../server/contract/state.ts'
import { EXCLAMATION, isHollow, RING_DASH, STATE_SHAPES } from './state-shape.ts'

/** A state as its shape and colour. `label` is read out; without it the mark is silent beside its word. */
export function StateMark({ state, size = 14, label }: { state: State; size?: number; label?: string }) {
  const hollow = isHollow(state)
  const drawing = (
    <>
      <path
        d={STATE_SHAPES[state]}
        fill={hollow ? 'none' : `var(--${state})`}
        stroke={state === 'due' ? 'var(--due-ink)' : `var(--${state})`}
        strokeWidth={hollow ? 2.4 : state === 'due' ? 1 : 0}
        strokeDasharray={hollow ? RING_DASH.join(' ') : undefined}
      />
      {state === 'emergency' && <path d={EXCLAMATION} fill="var(--on-emergency)" />}
    </>
  )
  const box = { viewBox: '-1 -1 26 26', width: size, height: size, style: { flex: 'none' } }
  return label ? (
    <svg role="img" aria-label={label} {...box}>
      {drawing}
    </svg>
  ) : (
    <svg aria-hidden="true" {...box}>
      {drawing}
    </svg>
  )
}
