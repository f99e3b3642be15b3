import { readFileSync } from 'node:fs'

/** Codes of known worth, made from the raw tables and the text of the standards, without anything of the validator: an
 *  invalid one is made from a valid one by breaking exactly one thing, so its fault is known too. */
export interface MadeCode {
  text: string
  /** The kind when it holds, or the fault when it does not. */
  expected: string
}

export type Random = () => number

/** mulberry32: the same seed, the same corpus. */
export function seeded(seed: number): Random {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const linesOf = (file: string) =>
  readFileSync(new URL(`../../../data/codes/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))

const national = linesOf('gbt47678.5-2026.csv')
const local = linesOf('local-extension.csv')
const codesOf = (rows: string[][], kind: string) => rows.filter((row) => row[0] === kind).map((row) => row[1] ?? '')
const COMPONENTS = codesOf(national, 'component')
const MATTERS = codesOf(national, 'matter')
const LOCAL_COMPONENTS = codesOf(local, 'component')
const LOCAL_MATTERS = codesOf(local, 'matter')
export const NATIONAL: ReadonlySet<string> = new Set([...COMPONENTS, ...MATTERS])

// GB/T 2260 provinces, written out here and not read: 34.
const PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' ')
// The eleven counties of Naqu, and some of provinces whose counties are not listed: two digits after a real prefecture.
const COUNTIES =
  '540602 540621 540622 540623 540624 540625 540626 540627 540628 540629 540630 542527 540581 350104 410823 431229 110105 500101 441900 460400 419001 659001 610602 512002'.split(
    ' ',
  )
const WITHDRAWN = '542427 542421 540422 540530'.split(' ')
const NOT_AREAS =
  '540601 540619 540631 540699 540000 540700 542700 549900 110000 110100 429000 659000 139901 712345 810000 430099'.split(
    ' ',
  )

const pick = <Item>(random: Random, items: readonly Item[]): Item => {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
const between = (random: Random, from: number, to: number, width: number) =>
  String(from + Math.floor(random() * (to - from + 1))).padStart(width, '0')

const VALID: Record<string, (random: Random) => string> = {
  'component-17': (r) => pick(r, COUNTIES) + pick(r, COMPONENTS) + between(r, 1, 999_999, 6),
  'local-17': (r) => pick(r, COUNTIES) + pick(r, LOCAL_COMPONENTS) + between(r, 1, 999_999, 6),
  'component-16': (r) =>
    pick(r, [...COUNTIES, ...WITHDRAWN]) + between(r, 1, 7, 2) + between(r, 1, 99, 2) + between(r, 1, 999_999, 6),
  'unit-grid-15': (r) => pick(r, COUNTIES) + between(r, 1, 599, 3) + between(r, 1, 599, 3) + between(r, 1, 999, 3),
  'matter-11': (r) => pick(r, COUNTIES) + pick(r, MATTERS),
  'local-11': (r) => pick(r, COUNTIES) + pick(r, LOCAL_MATTERS),
  'type-5': (r) => pick(r, [...NATIONAL]),
  'local-5': (r) => pick(r, [...LOCAL_COMPONENTS, ...LOCAL_MATTERS]),
}

const WITH_AREA = ['component-17', 'local-17', 'component-16', 'unit-grid-15', 'matter-11', 'local-11']
const valid = (random: Random, kinds: string[]) => VALID[pick(random, kinds)]?.(random) ?? ''
const withArea = (text: string, area: string) => area + text.slice(6)
const endless = <Item>(make: () => Item, until: (item: Item) => boolean): Item => {
  for (;;) {
    const item = make()
    if (until(item)) return item
  }
}

/** Each breaks one thing of a valid code. */
const BROKEN: { fault: string; make: (random: Random) => string }[] = [
  { fault: 'length', make: (r) => digits(r, pick(r, [0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 12, 13, 14, 18, 19, 30])) },
  { fault: 'length', make: (r) => `${valid(r, ['local-17'])}0` },
  {
    fault: 'digits',
    make: (r) => {
      const text = valid(r, Object.keys(VALID))
      const at = Math.floor(r() * text.length)
      return text.slice(0, at) + pick(r, [...'OolI-_ .,\t\n５０一l', '🚮', 'é']) + text.slice(at + 1)
    },
  },
  { fault: 'digits', make: (r) => ` ${valid(r, Object.keys(VALID))}` },
  { fault: 'digits', make: (r) => `${valid(r, Object.keys(VALID))}\n` },
  {
    fault: 'area',
    make: (r) => {
      const province = endless(
        () => digits(r, 2),
        (two) => !PROVINCES.includes(two),
      )
      return withArea(valid(r, WITH_AREA), province + digits(r, 4))
    },
  },
  { fault: 'area', make: (r) => withArea(valid(r, WITH_AREA), pick(r, NOT_AREAS)) },
  {
    fault: 'area',
    make: (r) =>
      withArea(
        valid(
          r,
          WITH_AREA.filter((kind) => kind !== 'component-16'),
        ),
        pick(r, WITHDRAWN),
      ),
  },
  { fault: 'major', make: (r) => pick(r, COUNTIES) + between(r, 6, 99, 2) + digits(r, 3) + between(r, 1, 999_999, 6) },
  { fault: 'major', make: (r) => pick(r, COUNTIES) + between(r, 11, 99, 2) + digits(r, 3) },
  { fault: 'major', make: (r) => between(r, 11, 99, 2) + digits(r, 3) },
  { fault: 'major', make: (r) => `${pick(r, COUNTIES) + between(r, 8, 99, 2) + between(r, 1, 99, 2)}000001` },
  { fault: 'major', make: (r) => `L${between(r, 10, 99, 2)}${digits(r, 2)}` },
  {
    fault: 'minor',
    make: (r) => {
      const known = new Set(COMPONENTS)
      const type = endless(
        () => between(r, 1, 5, 2) + digits(r, 3),
        (five) => !known.has(five),
      )
      return pick(r, COUNTIES) + type + between(r, 1, 999_999, 6)
    },
  },
  {
    fault: 'minor',
    make: (r) => {
      const known = new Set(MATTERS)
      const type = endless(
        () => between(r, 1, 10, 2) + digits(r, 3),
        (five) => !known.has(five),
      )
      return pick(r, COUNTIES) + type
    },
  },
  { fault: 'minor', make: (r) => `${pick(r, COUNTIES) + between(r, 1, 7, 2)}00${between(r, 1, 999_999, 6)}` },
  { fault: 'minor', make: (r) => `${pick(r, COUNTIES)}L06${between(r, 3, 99, 2)}000001` },
  { fault: 'sequence', make: (r) => `${valid(r, ['component-17', 'local-17']).slice(0, 11)}000000` },
  { fault: 'sequence', make: (r) => `${valid(r, ['component-16']).slice(0, 10)}000000` },
  { fault: 'sequence', make: (r) => `${valid(r, ['unit-grid-15']).slice(0, 12)}000` },
  { fault: 'street', make: (r) => `${pick(r, COUNTIES) + pick(r, ['000', '600', '999'])}001001` },
  { fault: 'community', make: (r) => `${pick(r, COUNTIES)}100${pick(r, ['000', '600', '999'])}001` },
]

/** `count` codes, half of them valid, every kind and every way to break one in turn. */
export function makeCodes(count: number, random: Random): MadeCode[] {
  const kinds = Object.keys(VALID)
  return Array.from({ length: count }, (_, i) => {
    const turn = Math.floor(i / 2)
    if (i % 2 === 0) {
      const kind = kinds[turn % kinds.length] ?? ''
      return { text: valid(random, [kind]), expected: kind }
    }
    const broken = BROKEN[turn % BROKEN.length]
    return { text: broken?.make(random) ?? '', expected: broken?.fault ?? '' }
  })
}
