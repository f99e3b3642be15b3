import { setTimeout as timer } from 'node:timers'
import { setTimeout } from 'node:timers/promises'
import type { LivePosition, LivePulse, LiveResync } from '../contract/live.ts'
import type { LogRow } from '../contract/log.ts'
import type { Store } from '../store/store.ts'
import type { Audience, ScopedCrew } from './audience.ts'
import { forgetOldest, liveRowsOf } from './case-faces.ts'
import { type CatchUpNeeds, catchUp } from './catch-up.ts'
import { CountedStreams } from './counted-streams.ts'
import { frame, RETRY_FRAME } from './frame.ts'
import { LIVE_LIMITS, type LiveLimits } from './live-limits.ts'
import type { CaseFace } from './live-row.ts'
import { casesBefore } from './live-store.ts'
import { countLights, type Lights, type LitCase } from './open-lights.ts'
import { Pictures } from './pictures.ts'
import type { PictureNeeds } from './read-picture.ts'
import { RecentRows } from './recent-rows.ts'
import { Rooms } from './rooms.ts'
import type { Ending, Stream } from './stream.ts'

export interface LiveNeeds extends PictureNeeds {
  store: Pick<Store, 'db' | 'head' | 'readLog'>
  /** Which of these sessions still hold. */
  stillIn: (sessions: readonly string[]) => Promise<ReadonlySet<string>>
  limits?: Partial<LiveLimits>
  /** Every open case as it stands in memory. */
  openNow?: () => Iterable<LitCase>
}

/** With what a stream begins, and the row behind which it goes on. */
export interface Beginning {
  first: Buffer
  from: number
}

const NOTHING = Buffer.alloc(0)
const KNOWN_CASES = 20_000
const LONGEST_WAIT_MS = 2_000
/** For the last bytes of a stream that is ended to be sent. */
const END_MS = 2_000

/** The stream to the screens of this node: follows the log behind the city in memory, so that who hears of a row and asks for what it changed
 *  gets it. */
export class LiveFeed {
  readonly limits: LiveLimits
  readonly counted: CountedStreams
  /** Streams that were ended from here, by why. */
  readonly ended: Record<Ending, number> = { slow: 0, session: 0, old: 0, fault: 0, stop: 0 }
  readonly #now: () => Date
  readonly #stillIn: LiveNeeds['stillIn']
  readonly #openNow: LiveNeeds['openNow']
  readonly #rooms: Rooms
  readonly #recent: RecentRows
  readonly #pictures: Pictures
  readonly #log: CatchUpNeeds
  readonly #known = new Map<string, CaseFace>()
  readonly #streams = new Set<Stream>()
  readonly #timers: NodeJS.Timeout[]
  #turn: Promise<void> = Promise.resolve()
  #seq = 0
  #stopped = false

  constructor({ limits, ...needs }: LiveNeeds) {
    this.limits = { ...LIVE_LIMITS, ...limits }
    this.counted = new CountedStreams(this.limits)
    this.#now = needs.now
    this.#stillIn = needs.stillIn
    this.#openNow = needs.openNow
    this.#rooms = new Rooms(this.limits)
    this.#recent = new RecentRows(this.limits.recent)
    this.#pictures = new Pictures(needs)
    const { area: city, store } = needs
    this.#log = {
      recent: this.#recent,
      readLog: (of) => store.readLog({ city, ...of }),
      readBefore: (ids, seq) => casesBefore(store.db, city, ids, seq),
    }
    this.#timers = [
      setInterval(() => this.#pulse(), this.limits.pulseMs).unref(),
      setInterval(() => this.#lookOver(), this.limits.lookMs).unref(),
      setInterval(() => void this.#endSessions(), this.limits.sessionsMs).unref(),
    ]
  }

  /** The last row that every screen has heard. */
  get seq(): number {
    return this.#seq
  }

  get stopped(): boolean {
    return this.#stopped
  }

  /** Frames sent since the start, one for each screen. */
  get sent(): number {
    return this.#rooms.sent
  }

  /** Groups of screens that hear the same. */
  get rooms(): number {
    return this.#rooms.size
  }

  /** The city in memory is of row `seq`. */
  beginAt(seq: number): void {
    this.#seq = seq
    this.#recent.beginAt(seq)
  }

  /** Rows that are in the city's picture now, in the log's order. */
  take(rows: readonly LogRow[]): void {
    this.#turn = this.#turn.then(() => this.#tell(rows))
  }

  /** A place of a crew on duty, for those who listen at this moment and may know of that crew. */
  pass(position: LivePosition, crew: ScopedCrew): void {
    this.#rooms.pass(position, crew)
  }

  /** What a stream begins with: a picture, or for who was here before (`since`: the last row heard) what was missed. Undefined when this node
   *  is behind what was asked for. */
  async beginningFor(audience: Audience, since: number | undefined): Promise<Beginning | undefined> {
    if (since === undefined) {
      const { seq, bytes } = await this.#pictures.for(audience, () => this.#seq)
      return (await this.#reached(seq)) ? { first: bytes, from: seq } : undefined
    }
    const ahead = !(await this.#reached(since))
    if (!ahead && this.#seq - since <= this.limits.behind) return { first: NOTHING, from: since }
    const seq = this.#seq
    return { first: resyncFrame({ seq, why: ahead ? 'ahead' : 'too-old' }), from: seq }
  }

  /** Lets a stream in. Rows between its beginning and now come from those kept written, older ones from the log. */
  async attach(stream: Stream, audience: Audience, { first, from }: Beginning): Promise<void> {
    this.#streams.add(stream)
    stream.outlet.write(Buffer.concat([RETRY_FRAME, first]))
    try {
      await catchUp(this.#log, { stream, audience, from }, () => {
        stream.leave = this.#rooms.enter(audience, stream.outlet)
      })
    } catch {
      this.#end(stream, 'fault')
    }
  }

  detach(stream: Stream): void {
    stream.close()
    this.#streams.delete(stream)
  }

  /** Ends every stream at once: their screens come back to the node that follows this one. */
  async stop(): Promise<void> {
    this.#stopped = true
    for (const timer of this.#timers) clearInterval(timer)
    for (const stream of [...this.#streams]) this.#end(stream, 'stop')
    await this.#turn
  }

  async #tell(rows: readonly LogRow[]): Promise<void> {
    const last = rows.at(-1)
    if (!last || this.#stopped) return
    try {
      const told = await liveRowsOf(rows, this.#log.readBefore, this.#known)
      forgetOldest(this.#known, KNOWN_CASES)
      this.#recent.add(told)
      this.#seq = last.seq
      this.#rooms.tell(told)
    } catch {
      // The store does not say what was before: nobody is told half of it.
      this.#known.clear()
      this.#recent.beginAt(last.seq)
      this.#seq = last.seq
      this.#rooms.tellAll(resyncFrame({ seq: last.seq, why: 'flood' }))
    }
  }

  async #reached(seq: number): Promise<boolean> {
    for (const begun = performance.now(); this.#seq < seq; await setTimeout(10))
      if (this.#stopped || performance.now() - begun > LONGEST_WAIT_MS) return false
    return true
  }

  /** Only who is level with the log hears it: its id says that all before was heard. */
  #pulse(): void {
    const [seq, now] = [this.#seq, this.#now()]
    const counted = new Map<string, Lights>()
    this.#rooms.tellEach((audience) => {
      const lights = this.#lightsFor(audience, now.getTime(), counted)
      const pulse: LivePulse = { seq, at: now.toISOString(), ...(lights ? { lights } : {}) }
      return frame('pulse', pulse, seq)
    })
  }

  /** Counted once for all who may see the same. */
  #lightsFor(audience: Audience, nowMs: number, counted: Map<string, Lights>): Lights | undefined {
    if (!this.#openNow || !audience.topics.has('cases')) return undefined
    const key = JSON.stringify(audience.scope ?? null)
    const lights = counted.get(key) ?? countLights(this.#openNow(), audience, nowMs)
    counted.set(key, lights)
    return lights
  }

  #lookOver(): void {
    for (const stream of this.#streams) {
      const ending = stream.faultNow()
      if (ending) this.#end(stream, ending)
    }
  }

  async #endSessions(): Promise<void> {
    const asked = [...this.#streams].filter(({ session }) => session !== undefined)
    if (!asked.length) return
    // A store that does not answer ends nobody's session; it is asked again soon.
    const still = await this.#stillIn(asked.flatMap(({ session }) => session ?? [])).catch(() => undefined)
    if (still) for (const stream of asked) if (!still.has(stream.session ?? '')) this.#end(stream, 'session')
  }

  /** Somebody's rights changed: those who are signed in come again, with what they may see now, and go on where they were. */
  renew(): void {
    for (const stream of [...this.#streams]) if (stream.session !== undefined) this.#end(stream, 'session')
  }

  #end(stream: Stream, why: Ending): void {
    if (!this.#streams.has(stream)) return
    this.ended[why]++
    this.detach(stream)
    const isDeaf = why === 'slow' || why === 'fault'
    if (!isDeaf) stream.outlet.end()
    // What waits for a peer that vanished would keep its connection for ever.
    timer(() => stream.outlet.cut(), isDeaf ? 0 : END_MS).unref()
  }
}

const resyncFrame = (resync: LiveResync): Buffer => frame('resync', resync, resync.seq)
