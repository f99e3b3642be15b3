import type { CityPicture } from '../city/city-picture.ts'
import type { Asset } from '../contract/asset.ts'
import type { Feed } from '../contract/feed.ts'
import type { LogRow } from '../contract/log.ts'
import type { SourceAge } from '../contract/wall.ts'

/** When each source was heard of last, by the log (W5). */
export class FeedAges {
  readonly #feeds: readonly Feed[]
  /** Unix ms. */
  readonly #heard = new Map<string, number>()

  constructor(feeds: readonly Feed[]) {
    this.#feeds = feeds
  }

  /** @param lastCaseMs when a case was written to last */
  load(memory: Pick<CityPicture, 'layer'>, lastCaseMs: number): void {
    for (const { id } of this.#feeds) {
      const changedMs = memory.layer(id)?.lastChangeMs()
      if (changedMs !== undefined) this.#hear(id, changedMs)
    }
    this.#hear('cases', lastCaseMs)
  }

  take(rows: readonly Pick<LogRow, 'at' | 'entity' | 'after'>[]): void {
    for (const { at, entity, after } of rows) {
      if (entity === 'case') this.#hear('cases', Date.parse(at))
      else if (entity === 'asset' && after) this.#hear((after as Asset).layer, Date.parse(at))
    }
  }

  /** Of all feeds. `telemetry`: of those that are in no log. */
  all(nowMs: number, telemetry: ReadonlyMap<string, number> = new Map()): Record<string, SourceAge> {
    return Object.fromEntries(
      this.#feeds.map(({ id, everyS }) => {
        const heardMs = telemetry.get(id) ?? this.#heard.get(id)
        const asOf = heardMs === undefined ? null : new Date(heardMs).toISOString()
        return [id, { asOf, every_s: everyS, stale: isStale(nowMs, heardMs, everyS) }]
      }),
    )
  }

  /** Whether what was said at an instant (ISO) by a source is older than it should be. */
  isStale(id: string, at: string, nowMs: number): boolean {
    return isStale(nowMs, Date.parse(at), this.#feeds.find((feed) => feed.id === id)?.everyS ?? null)
  }

  #hear(id: string, ms: number): void {
    if (ms > (this.#heard.get(id) ?? Number.NEGATIVE_INFINITY)) this.#heard.set(id, ms)
  }
}

/** What nothing was ever heard of is not there, and not stale. */
const isStale = (nowMs: number, heardMs: number | undefined, everyS: number | null): boolean =>
  everyS !== null && heardMs !== undefined && nowMs - heardMs > everyS * 1_000
