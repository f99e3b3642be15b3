import { pinyin } from 'pinyin-pro'

const CHINESE = /[\u3400-\u9fff]+/g

/** How people type a name. */
export interface Spelling {
  /** As written, in small letters and half-width. */
  name: string
  /** 拉萨路 → lasalu */
  full: string
  /** 拉萨路 → lsl */
  initials: string
}

export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

/** Without what separates syllables and numbers: `la sa lu`, `xi'an`. */
export const tight = (text: string): string => text.replace(/[\s'’\-_.·,，()（）]+/g, '')

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

/** A speller that remembers runs of Chinese: names of a city repeat a few thousand of them, and the dictionary is slow. */
export function makeSpeller(): (name: string) => Spelling {
  const known = new Map<string, { full: string; initials: string }>()
  const spellRun = (run: string) => {
    const before = known.get(run)
    if (before) return before
    const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true }).map((one) => one.toLowerCase())
    const made = { full: syllables.join(''), initials: syllables.map((one) => one[0] ?? '').join('') }
    known.set(run, made)
    return made
  }
  return (name) => ({
    name,
    full: tight(name.replace(CHINESE, (run) => spellRun(run).full)),
    initials: tight(name.replace(CHINESE, (run) => spellRun(run).initials)),
  })
}
