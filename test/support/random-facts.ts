import type { CaseFact } from '../../server/contract/case-fact.ts'

const DAY = 86_400_000
const SOURCES = ['hotline-12345', 'citizen-snap', 'patrol', 'video', 'sensor']
const STATUSES = [
  'received',
  'filed',
  'dispatched',
  'handled',
  'closed',
  'closed',
  'closed',
  'void',
  'merged',
  'suspended',
]

/** Numbers in [0, 1), the same again for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Cases of a year from `begin` (Unix ms), as they might stand; made up, and not always sensible. */
export function randomFacts(
  count: number,
  { seed = 1, begin = Date.parse('2025-01-01T00:00:00+08:00') } = {},
): CaseFact[] {
  const random = seeded(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const maybe = (share: number, ms: number): number | null => (random() < share ? ms : null)
  return Array.from({ length: count }, (_, index) => {
    const receivedMs = begin + Math.floor(random() * 365 * DAY)
    const street = 1 + Math.floor(random() * 4)
    const filedMs = maybe(0.9, receivedMs + Math.floor(random() * DAY))
    const status = pick(STATUSES)
    const done = Math.floor(random() * 128)
    const crew = Math.floor(random() * 12)
    return {
      id: `case-${String(index).padStart(7, '0')}`,
      unitGrid: random() < 0.05 ? null : `54062610000${street}001`,
      responsibilityGrid: random() < 0.1 ? null : `540626L0801${String(street).padStart(6, '0')}`,
      crewId: random() < 0.2 ? null : `crew-${crew}`,
      contractor: crew > 8 ? 'contractor-1' : null,
      class: pick(['matter:06010', 'component:01037', 'component:01004']),
      source: pick(SOURCES),
      method: pick(['service', 'service', 'management', 'enforcement']),
      status,
      receivedMs,
      acceptedMs: maybe(0.95, receivedMs + 600_000),
      filedMs,
      dispatchedMs: maybe(0.9, receivedMs + DAY),
      handledMs: maybe(0.8, receivedMs + Math.floor(random() * 6 * DAY)),
      verifiedMs: maybe(0.7, receivedMs + 5 * DAY),
      closedMs: status === 'closed' ? receivedMs + 6 * DAY : null,
      dueMs: status === 'suspended' ? null : maybe(0.95, receivedMs + Math.floor(random() * 5 * DAY)),
      postsDone: done,
      postsLate: done & Math.floor(random() * 128),
      reworks: random() < 0.1 ? 1 : 0,
      extensions: random() < 0.1 ? 1 : 0,
    }
  })
}
