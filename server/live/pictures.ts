import { type Audience, keyOf } from './audience.ts'
import { frame } from './frame.ts'
import { type OpenNow, type PictureNeeds, pictureFor, readOpenCases } from './read-picture.ts'

/** A picture may be so old when it is sent: what came since follows it. After a restart a thousand screens ask within a second. */
const SHARED_MS = 1_000

/** Pictures as frames, each made once for all who may see the same. */
export class Pictures {
  readonly #needs: PictureNeeds
  /** When it was begun, and what is read. */
  #open: { at: number; reading: Promise<OpenNow> } | undefined
  #frames = new Map<string, { seq: number; bytes: Buffer }>()

  constructor(needs: PictureNeeds) {
    this.#needs = needs
  }

  /** `seq`: the row that it is of. `present`: the row that all screens have heard, for who listens to no cases. */
  async for(audience: Audience, present: () => number): Promise<{ seq: number; bytes: Buffer }> {
    const { memory, now } = this.#needs
    if (!audience.topics.has('cases') && !audience.topics.has('alarms'))
      return written(audience, { open: { seq: present(), cases: [] }, memory, now: now() })
    const reading = this.#readOpen()
    const open = await reading
    const key = keyOf(audience)
    const known = this.#frames.get(key)
    if (known?.seq === open.seq) return known
    const made = written(audience, { open, memory, now: now() })
    this.#frames.set(key, made)
    return made
  }

  #readOpen(): Promise<OpenNow> {
    const now = performance.now()
    if (this.#open && now - this.#open.at < SHARED_MS) return this.#open.reading
    const reading = readOpenCases(this.#needs)
    this.#open = { at: now, reading }
    this.#frames.clear()
    reading.catch(() => {
      this.#open = undefined
    })
    return reading
  }
}

function written(audience: Audience, of: Parameters<typeof pictureFor>[1]): { seq: number; bytes: Buffer } {
  const picture = pictureFor(audience, of)
  return { seq: picture.seq, bytes: frame('picture', picture, picture.seq) }
}
