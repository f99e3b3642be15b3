import type { CrewTrack, TrackEvent } from '../../../server/contract/track.ts'

/** How fast the past passes: 24 h at 60 times the pace last 24 minutes. */
export const SPEEDS = [1, 10, 30, 60, 120, 300, 600] as const
export type Speed = (typeof SPEEDS)[number]

/** A player; instants in Unix ms. */
export interface Replay {
  from: number
  to: number
  at: number
  speed: Speed
  playing: boolean
}

export type ReplayStep =
  | { do: 'toggle' | 'faster' | 'slower' | 'start' | 'end' }
  | { do: 'seek'; at: number }
  /** So much earlier or later, ms of the past. */
  | { do: 'by'; ms: number }
  | { do: 'speed'; speed: Speed }
  /** So many ms have passed for who watches. */
  | { do: 'tick'; ms: number }

export const replayOf = (from: number, to: number): Replay => ({ from, to, at: from, speed: 60, playing: false })

/** The player after a step. It stops by itself at the end, and begins anew when it is started there. */
export function replayAfter(replay: Replay, step: ReplayStep): Replay {
  const { from, to, at, speed, playing } = replay
  const moved = (next: number): Replay => ({ ...replay, at: Math.min(to, Math.max(from, next)) })
  switch (step.do) {
    case 'toggle':
      return playing ? { ...replay, playing: false } : { ...replay, playing: true, at: at >= to ? from : at }
    case 'faster':
      return { ...replay, speed: besideOf(speed, 1) }
    case 'slower':
      return { ...replay, speed: besideOf(speed, -1) }
    case 'start':
      return moved(from)
    case 'end':
      return { ...moved(to), playing: false }
    case 'seek':
      return moved(step.at)
    case 'by':
      return moved(at + step.ms)
    case 'speed':
      return { ...replay, speed: step.speed }
    case 'tick': {
      if (!playing) return replay
      const next = moved(at + step.ms * speed)
      return next.at >= to ? { ...next, playing: false } : next
    }
  }
}

const besideOf = (speed: Speed, by: 1 | -1): Speed => SPEEDS[SPEEDS.indexOf(speed) + by] ?? speed

const MINUTE = 60_000
const KEYS: Readonly<Record<string, ReplayStep>> = {
  ' ': { do: 'toggle' },
  ArrowLeft: { do: 'by', ms: -MINUTE },
  ArrowRight: { do: 'by', ms: MINUTE },
  PageDown: { do: 'by', ms: -60 * MINUTE },
  PageUp: { do: 'by', ms: 60 * MINUTE },
  Home: { do: 'start' },
  End: { do: 'end' },
  ArrowUp: { do: 'faster' },
  ArrowDown: { do: 'slower' },
}

/** What a key does on the bar; undefined for none. */
export const stepOfKey = (key: string): ReplayStep | undefined => KEYS[key]

/** Events that stand at one place of the bar. */
export interface Mark {
  /** 0 … 1 along the bar. */
  share: number
  /** Of the first of them, Unix ms. */
  at: number
  events: { crewId: string; name: string; event: TrackEvent }[]
}

/** The events of all tracks along the bar, those nearer to each other than `apart` (a share of it) as one mark. */
export function marksOf(
  tracks: readonly Pick<CrewTrack, 'crewId' | 'name' | 'events'>[],
  { from, to }: Pick<Replay, 'from' | 'to'>,
  apart = 0.008,
): Mark[] {
  const all = tracks
    .flatMap(({ crewId, name, events }) => events.map((event) => ({ crewId, name, event, at: Date.parse(event.at) })))
    .filter(({ at }) => at >= from && at <= to)
    .sort((a, b) => a.at - b.at)
  const marks: Mark[] = []
  for (const { at, ...one } of all) {
    const share = (at - from) / (to - from)
    const last = marks.at(-1)
    if (last && share - last.share < apart) last.events.push(one)
    else marks.push({ share, at, events: [one] })
  }
  return marks
}

/** The event before or after an instant (Unix ms), over all marks; undefined where there is none. */
export function besideMark(marks: readonly Mark[], at: number, by: 1 | -1): Mark | undefined {
  return by === 1 ? marks.find((mark) => mark.at > at) : marks.findLast((mark) => mark.at < at)
}
