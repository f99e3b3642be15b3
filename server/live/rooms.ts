import type { LivePosition } from '../contract/live.ts'
import { type Audience, keyOf, type ScopedCrew, seesCrew, viewOf } from './audience.ts'
import { frame } from './frame.ts'
import type { LiveRow } from './live-row.ts'
import type { Outlet } from './outlet.ts'

interface Room {
  audience: Audience
  outlets: Set<Outlet>
}

/** Who listens, put together by what they may hear: each room's bytes are made once. */
export class Rooms {
  readonly #rooms = new Map<string, Room>()
  readonly #flood: number
  /** Writes so far: one for each outlet. */
  sent = 0

  constructor({ flood }: { flood: number }) {
    this.#flood = flood
  }

  /** Answers how to leave. */
  enter(audience: Audience, outlet: Outlet): () => void {
    const key = keyOf(audience)
    const room = this.#rooms.get(key) ?? { audience, outlets: new Set() }
    this.#rooms.set(key, room)
    room.outlets.add(outlet)
    return () => {
      room.outlets.delete(outlet)
      if (room.outlets.size === 0 && this.#rooms.get(key) === room) this.#rooms.delete(key)
    }
  }

  get size(): number {
    return this.#rooms.size
  }

  /** Rows that everybody in a room has not heard yet. */
  tell(rows: readonly LiveRow[]): void {
    for (const { audience, outlets } of this.#rooms.values()) {
      const frames = framesFor(rows, audience)
      const last = rows.at(-1)
      if (!frames.length || !last) continue
      const flooded = frames.length > this.#flood
      this.#write(outlets, flooded ? frame('resync', { seq: last.seq, why: 'flood' }, last.seq) : joined(frames))
    }
  }

  pass(position: LivePosition, crew: ScopedCrew): void {
    const bytes = frame('position', position)
    for (const { audience, outlets } of this.#rooms.values())
      if (audience.topics.has('positions') && seesCrew(audience, crew)) this.#write(outlets, bytes)
  }

  /** Tells every room the same. */
  tellAll(bytes: Buffer): void {
    for (const { outlets } of this.#rooms.values()) this.#write(outlets, bytes)
  }

  /** Tells each room something of its own. */
  tellEach(bytesFor: (audience: Audience) => Buffer): void {
    for (const { audience, outlets } of this.#rooms.values()) this.#write(outlets, bytesFor(audience))
  }

  #write(outlets: Set<Outlet>, bytes: Buffer): void {
    for (const outlet of outlets) outlet.write(bytes)
    this.sent += outlets.size
  }
}

export const framesFor = (rows: readonly LiveRow[], audience: Audience): Buffer[] =>
  rows.flatMap((row) => {
    const view = viewOf(row, audience)
    return view ? row.frame(view) : []
  })

export const joined = (frames: readonly Buffer[]): Buffer => {
  const [first] = frames
  return first && frames.length === 1 ? first : Buffer.concat(frames)
}
