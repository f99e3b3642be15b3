import { SEEN_EVERY_SECONDS, SESSION_READ_SECONDS } from '../contract/session.ts'
import type { Store } from '../store/store.ts'
import { isOver } from './is-over.ts'
import { type Holder, readHolder } from './read-holder.ts'
import { touchSession } from './session-store.ts'
import { hashOf } from './token.ts'

/** The sessions that came lately, as this node read them; each is read anew every few seconds. */
export interface KnownSessions {
  /** By the token of a cookie. */
  find(token: string): Promise<Holder | undefined>
  /** Only if it is known without asking the store. */
  glance(token: string): Holder | undefined
  /** Which of these (ids, not tokens) still hold. */
  stillIn(ids: readonly string[]): Promise<ReadonlySet<string>>
  /** What was read is no longer so: somebody was changed, revoked or signed out. */
  forget(): void
}

interface Read {
  holder: Holder
  /** When it was read, by a clock that nobody sets back. */
  readAt: number
}

/** Kept apart from what is read anew: it may still be on its way into the store. */
interface Seen {
  /** When the last request of a session came, and which of them was put down last. */
  lastMs: number
  keptMs: number
}

interface SessionNeeds {
  area: string
  store: Pick<Store, 'db' | 'transaction'>
  now: () => Date
  /** Told when a session's last request could not be put down; nobody waits for it. */
  onFault: (error: unknown) => void
}

// A bureau has some hundred people and walls.
const MOST_KNOWN = 10_000

export function knownSessions({ area, store, now, onFault }: SessionNeeds): KnownSessions {
  const known = new Map<string, Read>()
  const seen = new Map<string, Seen>()
  let age = 0

  const fresh = (id: string): Read | undefined => {
    const read = known.get(id)
    return read && performance.now() - read.readAt < SESSION_READ_SECONDS * 1000 ? read : undefined
  }
  const holds = ({ session, revoked }: Holder): boolean => {
    const seenMs = Math.max(session.seenMs, seen.get(session.id)?.lastMs ?? 0)
    return revoked || !isOver({ ...session, seenMs }, now().getTime())
  }

  async function readNew(id: string): Promise<Read | undefined> {
    const [begun, readAt] = [age, performance.now()]
    const holder = await readHolder(store.db, area, id)
    if (!holder) {
      known.delete(id)
      return undefined
    }
    const read = { holder, readAt }
    if (known.size >= MOST_KNOWN) known.clear()
    if (seen.size >= MOST_KNOWN) seen.clear()
    // What was read before a forget() may be of before the change.
    if (begun === age) known.set(id, read)
    return read
  }

  function touch({ holder: { session } }: Read): void {
    const nowMs = now().getTime()
    const before = seen.get(session.id) ?? { lastMs: session.seenMs, keptMs: session.seenMs }
    const isDue = nowMs - before.keptMs >= SEEN_EVERY_SECONDS * 1000
    seen.set(session.id, { lastMs: nowMs, keptMs: isDue ? nowMs : before.keptMs })
    if (!isDue) return
    store.transaction(area, (tx) => touchSession(tx, session.id, nowMs)).catch(onFault)
  }

  return {
    async find(token) {
      const id = hashOf(token)
      const read = fresh(id) ?? (await readNew(id))
      if (!read || !holds(read.holder)) return undefined
      touch(read)
      return read.holder
    },
    glance(token) {
      const read = fresh(hashOf(token))
      if (!read || !holds(read.holder)) return undefined
      touch(read)
      return read.holder
    },
    async stillIn(ids) {
      const found = await Promise.all([...new Set(ids)].map(async (id) => fresh(id) ?? (await readNew(id))))
      const still = found.filter((read) => read && !read.holder.revoked && holds(read.holder))
      return new Set(still.flatMap((read) => read?.holder.session.id ?? []))
    },
    forget() {
      age += 1
      known.clear()
    },
  }
}
