/** Names of one list without the words that all of them have: 第 9 责任网格 滨河社区 is 9 滨河社区 among its like. One that would have nothing left,
 *  or be the same as another, is told whole, and so are all. */
export function shortNames(names: readonly string[]): string[] {
  const words = names.map((name) => name.split(/\s+/).filter((word) => word !== ''))
  const [first = []] = words
  const shared = new Set(names.length < 2 ? [] : first.filter((word) => words.every((of) => of.includes(word))))
  const short = words.map((of) => of.filter((word) => !shared.has(word)).join(' '))
  return short.includes('') || new Set(short).size < new Set(names).size ? [...names] : short
}
