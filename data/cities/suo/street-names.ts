import { distance, type Line, type Point } from '../town/geometry.ts'
import { along, lineLength } from '../town/line.ts'
import { type Random, shuffled } from '../town/random.ts'

/** Two-syllable words of the region's kind, used freely: no street here is a real one. */
const WORDS =
  '嘎措 曲松 达孜 色雄 加勤 岗巴 热登 亚安 荣布 高口 巴达 聂荣 西昌 若达 赤多 旺堆 朗杰 德吉 拉措 平措 洛桑 卓玛 央金 次仁 尼玛 达瓦 桑珠 顿珠 多吉 仁青 白玛 贡觉 曲珍 边巴 普布 强巴 罗布 扎加 查仓 比如 索巴 贡日 雅安多 江嘎 彭措 塔玛 麦地 岗托 玉措 措嘎 达前 当嘎 色庆 亚吉 吉曲 果庆 贡萨 拉西 帮纳 那吾 木达 荣青 卓桑 扎嘎 羊秀 热瓦多 央宗 觉恩'.split(
    ' ',
  )
const ORDINALS = '一二三四五六七'

const middleOf = (line: Line): Point => along(line, lineLength(line) / 2).place

/** Names for small streets: longer ones take a word of their own (X街, X巷), every other lane the word of the nearest
 *  street and an ordinal (曲松一巷), as bureaus number them. Short ones stay without a name. */
export function nameStreets<T extends { line: Line; class: string }>(
  streets: T[],
  chance: Random,
): (T & { name: string })[] {
  const words = shuffled(WORDS, chance)
  const hosts: { word: string; place: Point; lanes: number }[] = []
  const named = streets
    .map((street) => ({ ...street, name: '', length: lineLength(street.line) }))
    .sort((a, b) => b.length - a.length)
  const takeWord = (street: (typeof named)[number], suffix: string, lanes: number) => {
    const word = words.pop()
    if (!word) return
    street.name = word + suffix
    hosts.push({ word, place: middleOf(street.line), lanes })
  }
  for (const street of named) if (street.class === 'street' && street.length > 105) takeWord(street, '街', 0)
  for (const street of named) if (street.class === 'lane' && street.length > 150) takeWord(street, '巷', 1)
  for (const street of named) {
    if (street.name || street.length <= 70) continue
    const place = middleOf(street.line)
    const near = hosts
      .filter((host) => host.lanes < 6)
      .map((host) => ({ host, metres: distance(host.place, place) }))
      .sort((a, b) => a.metres - b.metres)[0]
    if (near && near.metres < 330) street.name = `${near.host.word}${ORDINALS[near.host.lanes++]}巷`
  }
  return named
}
