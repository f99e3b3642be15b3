import { type Coded, type CodeTable, compare, compareBackwards, tabulateCodes } from './code-table.ts'
import type { Named } from './name-groups.ts'
import { plain } from './spell.ts'

/** What stands on things besides their names. */
export interface Codes {
  /** Identification codes. */
  ids: CodeTable
  /** The bureau's own numbers, where things have them. */
  own: CodeTable
}

/** What changed since the codes were gathered; undefined is gone. */
export type Edits = ReadonlyMap<string, Named | undefined>

/** Four characters of a code are half a city; fewer are a house number. */
const BEGINNING = /^[0-9a-z-]{4,40}$/
/** As people read them off a pole. Of two digits every hundredth thing is one. */
const ENDING = /^\d{3,40}$/

/** As it is looked for: in capital letters and half-width. */
export const codeText = (text: string): string => plain(text).toUpperCase()

export class CodeGatherer {
  private readonly ids: string[] = []
  private readonly own: string[] = []
  private readonly owners: string[] = []

  add({ id, kind, ownNumber }: Named): void {
    if (kind === 'place') return
    this.ids.push(id)
    if (ownNumber === undefined) return
    this.own.push(ownNumber)
    this.owners.push(id)
  }

  /** In slices, so that requests are answered in between. */
  async tabulate(): Promise<Codes> {
    return { ids: await tabulateCodes(this.ids), own: await tabulateCodes(this.own, this.owners) }
  }
}

type Way = 'beginning' | 'ending'
const HAS = {
  beginning: (code: string, text: string) => code.startsWith(text),
  ending: (code: string, text: string) => code.endsWith(text),
}
const ORDER = { beginning: compare, ending: compareBackwards }

/** At most `most` ids of things whose code or own number begins or ends so, in the order of CodeTable. */
function idsBy(way: Way, { codes, edits }: Known, text: string, most: number): string[] {
  const found = [...codedIn(edits)].filter(({ code }) => HAS[way](code, text))
  for (const table of [codes?.ids, codes?.own]) found.push(...(table?.[way](text, most, edits) ?? []))
  found.sort((a, b) => ORDER[way](a.code, b.code))
  return [...new Set(found.map(({ id }) => id))].slice(0, most)
}

function* codedIn(edits: Edits): Generator<Coded> {
  for (const [id, named] of edits) {
    if (!named) continue
    yield { code: id, id }
    if (named.ownNumber !== undefined) yield { code: named.ownNumber, id }
  }
}

export interface Known {
  /** Absent until the first build is through. */
  codes: Codes | undefined
  edits: Edits
}

/** Ids of things whose code or own number begins with the word; none where the word is too short to be a code. */
export const byBeginning = (known: Known, word: string, most: number): string[] =>
  BEGINNING.test(word) ? idsBy('beginning', known, codeText(word), most) : []

/** Ids of things whose code or own number ends with the word; none where it is not digits. */
export const byEnding = (known: Known, word: string, most: number): string[] =>
  ENDING.test(word) ? idsBy('ending', known, word, most) : []
