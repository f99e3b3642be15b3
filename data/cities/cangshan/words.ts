import { type Random, shuffled } from '../town/random.ts'

/** Syllables of names hereabouts: hills, islets, banks, bridges. Put together at random; what comes out may echo a real place. */
const FIRST = [...'金建浦福闽江洪盘高林城潘霞首上下北南东西程岭阳白吴凤龙梅竹兰荷桂榕樟石沙清永安和万长宝玉仁义新']
const SECOND = [...'山湖洲江浦桥亭峰塘园埔岐屿溪湾港坂店墩头门井岭田滨澜汀庭泽川']

/** Words of two syllables, each once, in a random order. */
export function makeWords(chance: Random, taken: ReadonlySet<string> = new Set()): string[] {
  const words = FIRST.flatMap((a) => SECOND.filter((b) => b !== a).map((b) => a + b))
  return shuffled(words, chance).filter((word) => !taken.has(word))
}
