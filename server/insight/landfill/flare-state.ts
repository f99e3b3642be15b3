/** How a flare stands, in the words of the layer `landfill-flares`, and since when (Unix ms); null: not known. */
export interface FlareState {
  status: string
  sinceMs: number | null
}

export interface FlareKnown {
  /** As registered, and since when. */
  status: string
  changedMs: number | null
  /** One for each sensor of its flame that has a limit. */
  flames: readonly { raised: boolean; sinceMs: number }[]
  /** Of anything that was measured at it. */
  readMs: number | null
}

/** A flare's gateway tells at least once a day; behind two days that were missed nobody knows whether it burns. Made here: each bureau's may differ. */
export const FLARE_SILENT_MS = 48 * 3_600_000
/** A cold flame says nothing new of these: somebody put it out. */
const BY_HAND: readonly string[] = ['standby', 'maintenance']

/** What was measured goes before what the register says, but for a flare that was put out by hand. One cold flame of several is a flare gone out. */
export function flareState({ status, changedMs, flames, readMs }: FlareKnown, nowMs: number): FlareState {
  if (BY_HAND.includes(status)) return { status, sinceMs: changedMs }
  if (readMs !== null && nowMs - readMs > FLARE_SILENT_MS) return { status: 'no-answer', sinceMs: readMs }
  const out = flames.filter(({ raised }) => raised)
  if (out.length > 0) return { status: 'out', sinceMs: Math.min(...out.map(({ sinceMs }) => sinceMs)) }
  if (flames.length > 0) return { status: 'burning', sinceMs: Math.max(...flames.map(({ sinceMs }) => sinceMs)) }
  return { status, sinceMs: changedMs }
}
