import { pinyin } from 'pinyin-pro'

const ENDINGS: [RegExp, string][] = [
  [/街道$/, ' Subdistrict'],
  [/镇$/, ' Town'],
  [/社区$/, ' Community'],
  [/村$/, ' Village'],
]

/** A place's name in letters: 金塘社区 Jintang Community. */
export function romanisePlace(name: string): string {
  const [pattern, ending] = ENDINGS.find(([end]) => end.test(name)) ?? [/$/, '']
  const word = pinyin(name.replace(pattern, ''), { toneType: 'none', type: 'array' }).join('')
  return word.slice(0, 1).toUpperCase() + word.slice(1) + ending
}
