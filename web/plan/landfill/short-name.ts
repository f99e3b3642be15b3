/** What tells a thing from its neighbours: of 渗滤液监测井 1 号 and 渗滤液监测井 2 号 the words in front are left out. A name alone stays whole. */
export function shortName(name: string, all: readonly string[]): string {
  const words = name.split(' ')
  const shared = words.findIndex((_, at) => {
    const front = words.slice(0, at + 1).join(' ')
    return all.some((other) => other !== front && !other.startsWith(`${front} `))
  })
  return all.length < 2 || shared <= 0 ? name : words.slice(shared).join(' ')
}
