/** Family names of two characters that are in use: of 欧阳修 the 欧阳 is shown, as of 张三 the 张. Source: 百家姓 (its double names), less those
 *  that live on in books only. */
const DOUBLE = new Set(
  [
    '欧阳 司马 上官 诸葛 司徒 东方 尉迟 公孙 慕容 令狐 端木 皇甫 轩辕 南宫 夏侯 长孙 宇文 百里 呼延 独孤',
    '澹台 濮阳 淳于 单于 拓跋 闻人 赫连 申屠 公冶 太史 东郭 西门 公羊 钟离 第五 司空',
  ]
    .join(' ')
    .split(' '),
)
const HAN = /^\p{Script=Han}/u
const letters = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** A name as others than its keepers see it: 张*, 欧阳*, J*. One star however long it is: its length would tell something. Empty stays empty. */
export function maskName(name: string): string {
  const plain = name.normalize('NFKC').trim()
  const [first, second, third] = Array.from(letters.segment(plain), ({ segment }) => segment)
  if (first === undefined) return ''
  const isDouble = HAN.test(first) && third !== undefined && DOUBLE.has(`${first}${second}`)
  return isDouble ? `${first}${second}*` : `${first}*`
}

/** A phone number as others than its keepers see it: 138****5678, 0896-****12, ****00 of any other; empty stays empty. What has fewer than
 *  seven digits shows none: what would be left could be guessed. */
export function maskPhone(phone: string): string {
  const plain = phone.normalize('NFKC').trim()
  if (plain === '') return ''
  const dialled = plain.replace(/[^\d+]/g, '')
  const abroad = /^(\+|00)(?!86)/.test(dialled)
  const home = (abroad ? dialled : dialled.replace(/^(\+|00)?86/, '')).replace(/\D/g, '')
  if (abroad) return home.length < 7 ? '****' : `****${home.slice(-2)}`
  if (/^1[3-9]\d{9}$/.test(home)) return `${home.slice(0, 3)}****${home.slice(-4)}`
  // An area code is 0 and 2 digits for the largest cities (010, 02x), else 0 and 3; behind the number an extension may stand.
  const [, area, number] = /^(010|02\d|0[3-9]\d{2})(\d{7,8})/.exec(home) ?? []
  if (area !== undefined && number !== undefined) return `${area}-****${number.slice(-2)}`
  return home.length < 7 ? '****' : `****${home.slice(-2)}`
}

// Groups as people write them: 138 1234 5678, 138-1234-5678.
const MOBILE = /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/

/** Whether a text for everybody (a reason, a note) holds a mobile number, which has no business there. */
export const holdsPhone = (text: string): boolean => MOBILE.test(text.normalize('NFKC'))
