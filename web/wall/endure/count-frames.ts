/** Frames further apart than this were not meant to be one movement: a map at rest draws none. */
const PAUSE_MS = 250
/** Fewer say nothing. */
const FEWEST = 10

export interface FrameCount {
  /** A frame was drawn, by a clock that never jumps, ms. */
  take(now: number): void
  /** Frames a second while something moved, since it was read last; null where nothing did. */
  read(): number | null
}

/** Counts the frames that are drawn anyway: to ask for frames only to count them would make a resting wall work. */
export function countFrames(): FrameCount {
  let [last, frames, ms] = [Number.NEGATIVE_INFINITY, 0, 0]
  return {
    take(now) {
      const gap = now - last
      last = now
      if (gap > PAUSE_MS) return
      frames += 1
      ms += gap
    },
    read() {
      const fps = frames >= FEWEST && ms > 0 ? (frames / ms) * 1_000 : null
      frames = 0
      ms = 0
      return fps
    },
  }
}
