import { pinyin } from 'pinyin-pro'

const ENDINGS: [RegExp, string][] = [
  [/大道$/, ' Avenue'],
  [/路$/, ' Road'],
  [/街$/, ' Street'],
  [/巷$/, ' Lane'],
]
const ORDINALS = '一二三四五六七'

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

const spelled = (hanzi: string): string => capital(pinyin(hanzi, { toneType: 'none', type: 'array' }).join(''))

/** A street's name in letters: 人民路 Renmin Road, 曲松二巷 Qusong 2nd Lane. */
export function romaniseStreet(name: string): string {
  if (!/[一-龥]/.test(name)) return name
  const lane = name.match(/^(.+)([一二三四五六七])巷$/)
  if (lane?.[1] && lane[2]) return `${spelled(lane[1])} Lane ${ORDINALS.indexOf(lane[2]) + 1}`
  const sided = name.match(/^(.+)([东西南北])路$/)
  if (sided?.[1] && sided[2] && sided[1].length > 1)
    return `${spelled(sided[1])} ${{ 东: 'East', 西: 'West', 南: 'South', 北: 'North' }[sided[2]]} Road`
  const ending = ENDINGS.find(([pattern]) => pattern.test(name))
  return ending ? spelled(name.replace(ending[0], '')) + ending[1] : spelled(name)
}
