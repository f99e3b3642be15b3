import { isDeepStrictEqual } from 'node:util'
import type { Asset } from '../contract/asset.ts'
import type { LogRow } from '../contract/log.ts'
import { byBeginning, byEnding, CodeGatherer, type Codes, codeText } from './find-codes.ts'
import { better, type Found, findNames, isWhole } from './find-names.ts'
import { gatherNames, type Named, type NameGroup, type NameGroups } from './name-groups.ts'
import { rankOfWords } from './rank.ts'
import { makeSpeller, plain } from './spell.ts'
import { takeTurns } from './take-turns.ts'

export interface SearchIndex {
  /** False until the first build is through. */
  readonly complete: boolean
  /** How many changes stand beside what was built; many make a query slow, and call for a new build. */
  readonly edited: number
  find(query: string, limit: number): Hit[]
  /** Builds it anew from everything, in slices; the old one answers meanwhile. */
  build(things: Iterable<Named>): Promise<void>
  /** What changed since: an edit is found by the next query. `stateOf` is what a thing was before these rows: most changes leave alone what it
   *  is found by. */
  apply(rows: readonly LogRow[], stateOf: (id: string) => Asset | undefined): void
}

/** A thing as the search knows it. */
export const namedOf = ({ id, name, layer, fields }: Pick<Asset, 'id' | 'name' | 'layer' | 'fields'>): Named => ({
  id,
  name,
  kind: layer === 'roads' ? 'road' : 'thing',
  where: [fields.road, fields.community].find((text): text is string => typeof text === 'string') ?? '',
  ...(typeof fields.ownNumber === 'string' ? { ownNumber: codeText(fields.ownNumber) } : {}),
})

type Edits = Map<string, Named | undefined>
type Hit = Pick<Found, 'id' | 'kind'>

const thing = (id: string): Hit => ({ id, kind: 'thing' })

export function makeSearchIndex(): SearchIndex {
  const spell = makeSpeller()
  let names: NameGroups | undefined
  let codes: Codes | undefined
  /** Changed since the last build; undefined is gone. */
  let edits: Edits = new Map()
  /** Changed while the next build goes on. */
  let meanwhile: Edits | undefined

  /** Of edits, once each: spelling some thousands takes longer than all the rest of a query. */
  const spelled = new WeakMap<Named, Pick<NameGroup, 'spelling' | 'where'>>()
  const spelledOf = (named: Named): Pick<NameGroup, 'spelling' | 'where'> => {
    const made = spelled.get(named) ?? { spelling: spell(plain(named.name)), where: plain(named.where) }
    spelled.set(named, made)
    return made
  }

  function byName(words: string[], limit: number): Found[] {
    const built = names ? findNames(names, words, limit, edits) : []
    const edited: Found[] = []
    for (const named of edits.values()) {
      if (!named) continue
      const { spelling, where } = spelledOf(named)
      const rank = rankOfWords(words, spelling, where)
      if (rank >= 0) edited.push({ id: named.id, kind: named.kind, rank: rank * 2, shape: spelling.name })
    }
    return [...built, ...edited].sort(better).slice(0, limit)
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
      if (words.length === 0) return []
      const named = byName(words, limit)
      const only = words.length === 1 ? (words[0] ?? '') : ''
      const begun = byBeginning({ codes, edits }, only, limit).map(thing)
      const ended = byEnding({ codes, edits }, only, limit).map(thing)
      const same = named.filter(({ rank }) => rank <= 1)
      const other: Hit[] = named.filter((found) => found.rank > 1 && isWhole(found))
      // 123 may be the number in a name or the end of a code: neither crowds the other out. The names again at the end: what was
      // found by its code too is the road that its name says.
      const hits = [...same, ...begun, ...takeTurns(other, ended), ...named]
      const once = new Map(hits.map(({ id, kind }) => [id, { id, kind }]))
      return [...once.values()].slice(0, limit)
    },
    async build(things) {
      meanwhile = new Map()
      const gatherer = new CodeGatherer()
      const gathered = await gatherNames(noting(things, gatherer), spell)
      codes = await gatherer.tabulate()
      names = gathered
      edits = meanwhile
      meanwhile = undefined
    },
    apply(rows, stateOf) {
      for (const { entity, entityId, after } of rows) {
        if (entity !== 'asset') continue
        const named = after === null ? undefined : namedOf(after as Asset)
        const before = edits.has(entityId) ? undefined : stateOf(entityId)
        if (before && named && isDeepStrictEqual(namedOf(before), named)) continue
        edits.set(entityId, named)
        meanwhile?.set(entityId, named)
      }
    },
  }
}

/** Hands things on and shows them to the gatherer of codes. */
function* noting(things: Iterable<Named>, gatherer: CodeGatherer): Generator<Named> {
  for (const thing of things) {
    gatherer.add(thing)
    yield thing
  }
}
