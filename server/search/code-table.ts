import { setImmediate } from 'node:timers/promises'

/** A code or number that is written on a thing, and the thing. */
export interface Coded {
  code: string
  id: string
}

/** Codes in sorted runs: sorting all of a large city at once would hold every request up. */
export interface CodeTable {
  /** Codes that begin with `text`, at most `most`, ascending. Without the things that `gone` knows. */
  beginning(text: string, most: number, gone: ReadonlyMap<string, unknown>): Coded[]
  /** Codes that end with `text`, at most `most`, in the order of compareBackwards: 000123 is before 100123 and 000124. */
  ending(text: string, most: number, gone: ReadonlyMap<string, unknown>): Coded[]
}

interface Run {
  /** Ascending. */
  codes: string[]
  /** Of each code, its thing; the same array where the codes are the ids. */
  ids: string[]
  /** Rows by their codes read from the end: 2 bytes a thing, where the codes turned round would be another 40. */
  backwards: Uint16Array
}

/** A row has to fit into 16 bits. */
const RUN = 10_000

/** `ids`: of each code, its thing; absent where the codes are the ids themselves. */
export async function tabulateCodes(codes: string[], ids = codes): Promise<CodeTable> {
  const runs: Run[] = []
  for (let at = 0; at < codes.length; at += RUN) {
    const part = codes.slice(at, at + RUN)
    runs.push(ids === codes ? runOfIds(part) : runOf(part, ids.slice(at, at + RUN)))
    await setImmediate()
  }
  return {
    beginning: (text, most, gone) =>
      runs
        .flatMap((run) => take(run, { from: firstFrom(run, text), most, gone, row: asIs, fits: startsWith(text) }))
        .sort((a, b) => compare(a.code, b.code))
        .slice(0, most),
    ending: (text, most, gone) =>
      runs
        .flatMap((run) => take(run, { from: firstBackwards(run, text), most, gone, row: turned, fits: endsWith(text) }))
        .sort((a, b) => compareBackwards(a.code, b.code))
        .slice(0, most),
  }
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Order of texts read from their ends; of two that end alike the shorter is first. */
export function compareBackwards(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  for (let back = 1; back <= shorter; back++) {
    const difference = a.charCodeAt(a.length - back) - b.charCodeAt(b.length - back)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

function runOfIds(codes: string[]): Run {
  codes.sort()
  return { codes, ids: codes, backwards: backwardsOf(codes) }
}

function runOf(codes: string[], ids: string[]): Run {
  const rows = [...codes.keys()].sort((a, b) => compare(codes[a] ?? '', codes[b] ?? ''))
  const sorted = rows.map((row) => codes[row] ?? '')
  return { codes: sorted, ids: rows.map((row) => ids[row] ?? ''), backwards: backwardsOf(sorted) }
}

const backwardsOf = (codes: string[]): Uint16Array =>
  Uint16Array.from(codes.keys()).sort((a, b) => compareBackwards(codes[a] ?? '', codes[b] ?? ''))

interface Taking {
  /** The first place in the order that may fit. */
  from: number
  most: number
  gone: ReadonlyMap<string, unknown>
  /** The row at a place of the order. */
  row: (run: Run, place: number) => number
  fits: (code: string) => boolean
}

const asIs: Taking['row'] = (_, place) => place
const turned: Taking['row'] = ({ backwards }, place) => backwards[place] ?? 0
const startsWith = (text: string) => (code: string) => code.startsWith(text)
const endsWith = (text: string) => (code: string) => code.endsWith(text)

/** Those that fit stand side by side. */
function take(run: Run, { from, most, gone, row, fits }: Taking): Coded[] {
  const found: Coded[] = []
  for (let place = from; place < run.codes.length && found.length < most; place++) {
    const at = row(run, place)
    const code = run.codes[at] ?? ''
    if (!fits(code)) break
    const id = run.ids[at] ?? ''
    if (!gone.has(id)) found.push({ code, id })
  }
  return found
}

const firstFrom = ({ codes }: Run, text: string): number => firstPlace(codes.length, (at) => (codes[at] ?? '') >= text)

const firstBackwards = (run: Run, text: string): number =>
  firstPlace(run.codes.length, (at) => compareBackwards(run.codes[turned(run, at)] ?? '', text) >= 0)

/** The first of `count` places from which on it holds. */
function firstPlace(count: number, holds: (place: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
