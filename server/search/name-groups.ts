import { setImmediate } from 'node:timers/promises'
import { type Haystack, HaystackMaker, scan } from './haystack.ts'
import { NumberTable } from './number-table.ts'
import { plain, type Spelling, shapeOf, tight } from './spell.ts'

/** What is known of a thing to find it: the rest is asked of the city when it was found. */
export interface Named {
  id: string
  name: string
  /** Of its road or community; found by, after the name. */
  where: string
  kind: 'thing' | 'road' | 'place'
  /** The number that the bureau itself gave it, as it stands on the pole; in codeText's letters. */
  ownNumber?: string
}

/** Things whose names differ in their numbers alone: the 200 lamps of a street are one text to look through. A city of 300,000 things
 *  has some thousands of these. */
export interface NameGroup {
  kind: Named['kind']
  /** Of the shape, numbers as #. */
  spelling: Spelling
  where: string
  ids: string[]
  /** Of each id, its row in the number table. */
  numbers: number[]
}

export interface NameGroups {
  groups: NameGroup[]
  numbers: NumberTable
  /** Indexes of at most `most` groups that may answer a word given as a shape; the caller ranks them. */
  candidates(shape: string, most: number): Set<number>
}

const SLICE = 1_000

/** Gathers in slices, so that requests are answered in between. */
export async function gatherNames(things: Iterable<Named>, spell: (name: string) => Spelling): Promise<NameGroups> {
  const byKey = new Map<string, NameGroup>()
  const numbers = new NumberTable()
  let count = 0
  for (const { id, name, where, kind } of things) {
    const { shape, numbers: own } = shapeOf(plain(name))
    const key = `${kind}\n${shape}\n${where}`
    const group = byKey.get(key) ?? { kind, where: plain(where), spelling: spell(shape), ids: [], numbers: [] }
    if (group.ids.length === 0) byKey.set(key, group)
    group.ids.push(id)
    group.numbers.push(numbers.rowOf(own))
    if (++count % SLICE === 0) await setImmediate()
  }
  const groups = [...byKey.values()]
  const stacks = stacksOf(groups)
  return { groups, numbers: numbers.close(), candidates: (shape, most) => candidates(stacks, shape, most) }
}

type Stacks = Record<'name' | 'full' | 'initials' | 'where', Haystack>

function stacksOf(groups: NameGroup[]): Stacks {
  const stack = (textOf: (group: NameGroup) => string): Haystack => {
    const maker = new HaystackMaker()
    for (const group of groups) maker.add(textOf(group))
    return maker.make()
  }
  return {
    name: stack(({ spelling }) => spelling.name),
    full: stack(({ spelling }) => spelling.full),
    initials: stack(({ spelling }) => spelling.initials),
    where: stack(({ where }) => where),
  }
}

/** Beginnings are looked for first, so that the best are among the first `most`. */
function candidates(stacks: Stacks, shape: string, most: number): Set<number> {
  const found = new Set<number>()
  const sound = tight(shape)
  const look = (stack: Haystack, text: string): void => {
    const until = found.size + most / 4
    if (tight(text)) scan(stack, text, (index) => found.add(index).size < until)
  }
  look(stacks.name, `\n${shape}`)
  look(stacks.name, shape)
  look(stacks.where, shape)
  if (!/^[\x20-\x7e]+$/.test(sound)) return found
  look(stacks.initials, `|${sound}`)
  look(stacks.full, `|${sound}`)
  look(stacks.initials, sound)
  look(stacks.full, sound)
  return found
}
