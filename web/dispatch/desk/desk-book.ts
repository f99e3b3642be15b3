import { isOpen } from '../../../server/contract/case.ts'
import { type DeskCase, type DeskCases, deskCaseOf } from '../../../server/contract/desk-case.ts'
import type { LiveNews } from '../../live/live-news.ts'

/** What the page has to do about an event: draw anew, read everything anew, or nothing. */
export type Heard = 'changed' | 'reload' | undefined

/** The open cases as they stand: what was read once, and every change since. A change may come twice, or before what was read. */
export class DeskBook {
  /** By the server's clock, when it was read; undefined before. */
  at: string | undefined
  #seq = 0
  /** Of the last picture that a stream began with. */
  #begun = 0
  #cases = new Map<string, DeskCase>()
  /** The row that each was last told of; also of those that are gone, lest an older row bring them back. */
  #told = new Map<string, number>()
  #list: readonly DeskCase[] | undefined

  /** Puts down what was read. Changes heard while it was on its way stay; a stream that began behind it leaves a gap. */
  load({ seq, at, cases }: DeskCases): Heard {
    const [before, told] = [this.#cases, this.#told]
    this.#cases = new Map(cases.map((one) => [one.id, one]))
    this.#told = new Map()
    for (const [id, row] of told) {
      if (row <= seq) continue
      this.#told.set(id, row)
      const later = before.get(id)
      if (later) this.#cases.set(id, later)
      else this.#cases.delete(id)
    }
    this.#seq = Math.max(seq, ...this.#told.values())
    this.at = at
    this.#list = undefined
    return this.#begun > seq ? 'reload' : 'changed'
  }

  /** Takes an event of the stream. */
  hear(news: LiveNews): Heard {
    if (news.event === 'resync' || news.event === 'unreadable') return 'reload'
    if (news.event === 'picture') {
      // A stream that begins anew has told nothing of what came before its picture.
      this.#begun = news.data.seq
      return this.at !== undefined && news.data.seq > this.#seq ? 'reload' : undefined
    }
    if (news.event === 'pulse') {
      this.#seq = Math.max(this.#seq, news.data.seq)
      return undefined
    }
    if (news.event !== 'change' && news.event !== 'gone') return undefined
    const { seq, entity, entityId } = news.data
    const known = this.#told.get(entityId) ?? 0
    this.#seq = Math.max(this.#seq, seq)
    if (entity !== 'case' || seq <= known) return undefined
    this.#told.set(entityId, seq)
    const state = 'state' in news.data ? news.data.state : undefined
    if (state && isOpen(state)) this.#cases.set(entityId, deskCaseOf(state))
    else if (!this.#cases.delete(entityId)) return undefined
    this.#list = undefined
    return 'changed'
  }

  /** The same array as long as nothing changed. */
  get cases(): readonly DeskCase[] {
    this.#list ??= [...this.#cases.values()]
    return this.#list
  }

  get size(): number {
    return this.#cases.size
  }

  get(id: string): DeskCase | undefined {
    return this.#cases.get(id)
  }
}
