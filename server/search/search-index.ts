import type { Asset } from '../contract/asset.ts'
import type { LogRow } from '../contract/log.ts'
import { type CodeTable, tabulateCodes } from './code-table.ts'
import { better, type Found, findNames } from './find-names.ts'
import { gatherNames, type Named, type NameGroups } from './name-groups.ts'
import { rankOfWords } from './rank.ts'
import { makeSpeller, plain } from './spell.ts'

export interface SearchIndex {
  /** False until the first build is through. */
  readonly complete: boolean
  /** How many changes stand beside what was built; many make a query slow, and call for a new build. */
  readonly edited: number
  find(query: string, limit: number): Pick<Found, 'id' | 'kind'>[]
  /** Builds it anew from everything, in slices; the old one answers meanwhile. */
  build(things: Iterable<Named>): Promise<void>
  /** What changed since: an edit is found by the next query. */
  apply(rows: readonly LogRow[]): void
}

/** A thing as the search knows it. */
export const namedOf = ({ id, name, layer, fields }: Pick<Asset, 'id' | 'name' | 'layer' | 'fields'>): Named => ({
  id,
  name,
  kind: layer === 'roads' ? 'road' : 'thing',
  where: [fields.road, fields.community].find((text): text is string => typeof text === 'string') ?? '',
})

type Edits = Map<string, Named | undefined>

export function makeSearchIndex(): SearchIndex {
  const spell = makeSpeller()
  let names: NameGroups | undefined
  let codes: CodeTable | undefined
  /** Changed since the last build; undefined is gone. */
  let edits: Edits = new Map()
  /** Changed while the next build goes on. */
  let meanwhile: Edits | undefined

  function byName(words: string[], limit: number): Found[] {
    const built = names ? findNames(names, words, limit, edits) : []
    const edited: Found[] = []
    for (const named of edits.values()) {
      if (!named) continue
      const name = plain(named.name)
      const rank = rankOfWords(words, spell(name), plain(named.where))
      if (rank >= 0) edited.push({ id: named.id, kind: named.kind, rank: rank * 2, shape: name })
    }
    return [...built, ...edited].sort(better).slice(0, limit)
  }

  function byCode(prefix: string, limit: number): Found[] {
    const built = codes?.from(prefix, limit + edits.size).filter((id) => !edits.has(id)) ?? []
    const edited = [...edits].filter(([id, named]) => named && id.startsWith(prefix)).map(([id]) => id)
    const ids = [...built, ...edited].sort().slice(0, limit)
    return ids.map((id) => ({ id, kind: 'thing', rank: 0, shape: id }))
  }

  return {
    get complete() {
      return names !== undefined
    },
    get edited() {
      return edits.size
    },
    find(query, limit) {
      const words = plain(query)
        .split(/\s+/)
        .filter((word) => word)
      const [word = ''] = words
      if (words.length === 0) return []
      const named = byName(words, limit)
      // Four characters of a code are half a city; fewer are a house number.
      const coded = words.length === 1 && /^[0-9a-z]{4,40}$/.test(word) ? byCode(word.toUpperCase(), limit) : []
      const same = named.filter(({ rank }) => rank <= 1)
      const once = new Map([...same, ...coded, ...named].map(({ id, kind }) => [id, { id, kind }]))
      return [...once.values()].slice(0, limit)
    },
    async build(things) {
      meanwhile = new Map()
      const ids: string[] = []
      const gathered = await gatherNames(noting(things, ids), spell)
      codes = await tabulateCodes(ids)
      names = gathered
      edits = meanwhile
      meanwhile = undefined
    },
    apply(rows) {
      for (const { entity, entityId, after } of rows) {
        if (entity !== 'asset') continue
        const named = after === null ? undefined : namedOf(after as Asset)
        edits.set(entityId, named)
        meanwhile?.set(entityId, named)
      }
    },
  }
}

/** Hands things on and keeps the ids of those that have a code. */
function* noting(things: Iterable<Named>, ids: string[]): Generator<Named> {
  for (const thing of things) {
    if (thing.kind !== 'place') ids.push(thing.id)
    yield thing
  }
}
