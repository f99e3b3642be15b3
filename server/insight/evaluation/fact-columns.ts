import type { CaseFact } from '../../contract/case-fact.ts'

const WORDS = [
  ...['unitGrid', 'responsibilityGrid', 'crewId', 'contractor', 'class', 'source', 'method', 'status'],
] as const satisfies readonly (keyof CaseFact)[]
const INSTANTS = [
  ...['receivedMs', 'acceptedMs', 'filedMs', 'dispatchedMs', 'handledMs', 'verifiedMs', 'closedMs', 'dueMs'],
] as const satisfies readonly (keyof CaseFact)[]
const NUMBERS = ['postsDone', 'postsLate', 'reworks', 'extensions'] as const satisfies readonly (keyof CaseFact)[]

export type Word =
  | 'unitGrid'
  | 'responsibilityGrid'
  | 'crewId'
  | 'contractor'
  | 'class'
  | 'source'
  | 'method'
  | 'status'
type Instant = Extract<keyof CaseFact, `${string}Ms`>
type Numeral = (typeof NUMBERS)[number]

type Instants = Record<Instant, Float64Array>
type Numerals = Record<Numeral, Uint8Array>
type WordIds = Record<Word, Uint32Array>

const FIRST_ROOM = 1_024

/** Cases as columns, a row each, in the order in which they came: 500,000 of them take some 60 MB. What has not happened is NaN, a word that
 *  is not there is 0. */
export class FactColumns {
  count = 0
  ids: string[] = []
  readonly rowOf = new Map<string, number>()
  /** By word column: the texts, the first of which stands for none. */
  readonly texts = perKey(WORDS, () => [''])
  private readonly idOf = perKey(WORDS, () => new Map<string, number>())
  words: WordIds = perKey(WORDS, () => new Uint32Array(FIRST_ROOM))
  instants: Instants = perKey(INSTANTS, () => new Float64Array(FIRST_ROOM))
  numbers: Numerals = perKey(NUMBERS, () => new Uint8Array(FIRST_ROOM))

  /** Adds a case, or puts its newest state in the place of the one before. */
  put(fact: CaseFact): void {
    const row = this.rowOf.get(fact.id) ?? this.addRow(fact.id)
    for (const word of WORDS) this.words[word][row] = this.wordId(word, fact[word])
    for (const instant of INSTANTS) this.instants[instant][row] = fact[instant] ?? Number.NaN
    for (const number of NUMBERS) this.numbers[number][row] = Math.min(fact[number], 255)
  }

  /** Its own copy, to be changed without changing this one. */
  fork(): FactColumns {
    const copy = new FactColumns()
    copy.count = this.count
    copy.ids = [...this.ids]
    for (const [id, row] of this.rowOf) copy.rowOf.set(id, row)
    for (const word of WORDS) {
      copy.texts[word].splice(0, 1, ...this.texts[word])
      for (const [text, id] of this.idOf[word]) copy.idOf[word].set(text, id)
    }
    copy.words = perKey(WORDS, (word) => this.words[word].slice())
    copy.instants = perKey(INSTANTS, (instant) => this.instants[instant].slice())
    copy.numbers = perKey(NUMBERS, (number) => this.numbers[number].slice())
    return copy
  }

  /** The case did not exist at that time: it is in no count. */
  forget(id: string): void {
    const row = this.rowOf.get(id)
    if (row === undefined) return
    for (const instant of INSTANTS) this.instants[instant][row] = Number.NaN
  }

  /** The number of a word, for comparing; -1 where no case has it. */
  numberOf(word: Word, text: string): number {
    return text === '' ? 0 : (this.idOf[word].get(text) ?? -1)
  }

  private addRow(id: string): number {
    const row = this.count
    this.count += 1
    this.ids.push(id)
    this.rowOf.set(id, row)
    if (row === this.words.class.length) this.grow(row * 2)
    return row
  }

  private grow(room: number): void {
    this.words = perKey(WORDS, (word) => longer(this.words[word], new Uint32Array(room)))
    this.instants = perKey(INSTANTS, (instant) => longer(this.instants[instant], new Float64Array(room)))
    this.numbers = perKey(NUMBERS, (number) => longer(this.numbers[number], new Uint8Array(room)))
  }

  private wordId(word: Word, text: string | null): number {
    if (text === null || text === '') return 0
    const known = this.idOf[word].get(text)
    if (known !== undefined) return known
    const id = this.texts[word].push(text) - 1
    this.idOf[word].set(text, id)
    return id
  }
}

function longer<T extends Uint32Array | Float64Array | Uint8Array>(old: T, room: T): T {
  room.set(old)
  return room
}

const perKey = <K extends string, V>(keys: readonly K[], make: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, V>
