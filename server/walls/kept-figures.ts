import { createHash } from 'node:crypto'
import type { WallFigures } from '../contract/wall.ts'
import { type FigureAsker, type FigureNeeds, gatherFigures } from './gather-figures.ts'

/** All walls of a room ask within one second. */
const SHARED_MS = 1_000

export interface FiguresAnswer {
  body: string
  /** Of all but its instant. */
  etag: string
  seq: number
  /** From its instant to that at which time alone makes it wrong; infinity: never. */
  rightMs: number
}

interface Kept {
  untilMs: number
  answer: Promise<FiguresAnswer>
}

/** Figures as they were written last, one answer for all who may see the same. */
export class KeptFigures {
  readonly #needs: FigureNeeds & { area: string; now: () => Date }
  readonly #kept = new Map<string, Kept>()

  constructor(needs: FigureNeeds & { area: string; now: () => Date }) {
    this.#needs = needs
  }

  /** `seq`: at least so far along the log. */
  async for({ scope, mayEvaluate }: FigureAsker, seq = 0): Promise<FiguresAnswer> {
    const of = { scope: this.#isWhole(scope) ? undefined : scope, mayEvaluate }
    const [key, nowMs] = [JSON.stringify(of), performance.now()]
    const kept = this.#kept.get(key)
    if (kept && kept.untilMs > nowMs) {
      const answer = await kept.answer
      if (answer.seq >= seq) return answer
    }
    for (const [old, { untilMs }] of this.#kept) if (untilMs <= nowMs) this.#kept.delete(old)
    const answer = gatherFigures(this.#needs, of, this.#needs.now()).then(answerOf)
    const fresh = { untilMs: nowMs + SHARED_MS, answer }
    this.#kept.set(key, fresh)
    answer.then(
      ({ rightMs }) => {
        fresh.untilMs = Math.min(fresh.untilMs, nowMs + rightMs)
      },
      () => this.#kept.delete(key),
    )
    return answer
  }

  /** Of a wall, and of most commanders: nothing is to be judged case by case. */
  #isWhole(scope: FigureAsker['scope']): boolean {
    return scope?.contractor === null && scope.crewId === null && scope.areas.includes(this.#needs.area)
  }
}

function answerOf(figures: WallFigures): FiguresAnswer {
  const { at, ...rest } = figures
  const hash = createHash('sha1').update(JSON.stringify(rest)).digest('base64url')
  const { turnsAt, seq } = figures
  const rightMs = turnsAt === null ? Number.POSITIVE_INFINITY : Date.parse(turnsAt) - Date.parse(at)
  return { body: JSON.stringify({ at, ...rest }), etag: `"${hash}"`, seq, rightMs }
}
