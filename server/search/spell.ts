import { pinyin } from 'pinyin-pro'

const CHINESE = /[\u3400-\u9fff]+/g

/** How people type a name. */
export interface Spelling {
  /** As written, in small letters and half-width. */
  name: string
  /** 拉萨路 → |lasalu| */
  full: string
  /** 拉萨路 → |lsl| */
  initials: string
}

export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

/** Without what separates syllables and numbers: `la sa lu`, `xi'an`. */
export const tight = (text: string): string => text.replace(/[|\s'’\-_.·,，()（）]+/g, '')

/** A name apart from its numbers: `g317 路灯 012` is `g# 路灯 #` and 317, 12. Leading zeros are dropped: who looks for lamp 12 types 12. */
export interface Shape {
  shape: string
  numbers: string[]
}

export function shapeOf(name: string): Shape {
  const numbers: string[] = []
  const shape = name.replace(/\d+/g, (digits) => {
    numbers.push(digits.replace(/^0+(?=\d)/, ''))
    return '#'
  })
  return { shape, numbers }
}

/** Characters of place names that are read in two ways; the dictionary knows the one, people type the other: 藏北 zangbei, 长寿 changshou. */
const READ_TWICE: Record<string, readonly string[]> = {
  ...{ 藏: ['zang', 'cang'], 长: ['chang', 'zhang'], 重: ['chong', 'zhong'], 行: ['xing', 'hang'], 乐: ['le', 'yue'] },
  ...{ 都: ['du', 'dou'], 朝: ['chao', 'zhao'], 单: ['dan', 'shan'], 会: ['hui', 'kuai'], 厦: ['sha', 'xia'] },
  ...{ 六: ['liu', 'lu'], 堡: ['bao', 'pu', 'bu'], 巷: ['xiang', 'hang'], 弄: ['nong', 'long'], 车: ['che', 'ju'] },
  ...{ 盛: ['sheng', 'cheng'], 解: ['jie', 'xie'], 查: ['cha', 'zha'], 洞: ['dong', 'tong'], 参: ['can', 'shen'] },
  ...{ 调: ['diao', 'tiao'], 曾: ['zeng', 'ceng'], 尉: ['wei', 'yu'], 莘: ['xin', 'shen'], 番: ['fan', 'pan'] },
}

/** A speller that remembers runs of Chinese: names of a city repeat a few thousand of them, and the dictionary is slow. */
export function makeSpeller(): (name: string) => Spelling {
  const known = new Map<string, string[][]>()
  const readingsOf = (run: string): string[][] => {
    const before = known.get(run)
    if (before) return before
    const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true }).map((one) => one.toLowerCase())
    const made = readings([...run], syllables)
    known.set(run, made)
    return made
  }
  return (name) => ({
    name,
    full: spell(name, (run) => readingsOf(run).map((syllables) => syllables.join(''))),
    initials: spell(name, (run) => readingsOf(run).map((syllables) => syllables.map((one) => one[0] ?? '').join(''))),
  })
}

/** The usual reading first, then one for each other reading of a character. */
function readings(characters: string[], usual: string[]): string[][] {
  const others = characters.flatMap((character, at) =>
    (READ_TWICE[character] ?? []).filter((one) => one !== usual[at]).map((one) => usual.with(at, one)),
  )
  return [usual, ...others]
}

/** `|cangbeilu|zangbeilu|`: every reading between bars, so that a bar and a word is a beginning. Of a name of several runs only one
 *  run at a time is read unusually. */
function spell(name: string, textsOf: (run: string) => string[]): string {
  const runs = name.match(CHINESE) ?? []
  const read = (of: (run: string, at: number) => string): string => {
    let at = 0
    return tight(name.replace(CHINESE, (run) => of(run, at++)))
  }
  const usual = (run: string): string => textsOf(run)[0] ?? ''
  const all = [read(usual)]
  for (const [at, run] of runs.entries()) {
    for (const other of textsOf(run).slice(1)) all.push(read((one, here) => (here === at ? other : usual(one))))
  }
  return `|${[...new Set(all)].join('|')}|`
}
