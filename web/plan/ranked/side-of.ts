/** Sources of rules stand in both languages, one after the other: 中文 · English. The half that the reader reads, as a sentence. */
export function sideOf(source: string, language: 'zh' | 'en'): string {
  const [zh = source, en = source] = source.split(' · ')
  const side = (language === 'zh' ? zh : en).trim()
  return /[。.]$/.test(side) ? side : `${side}${language === 'zh' ? '。' : '.'}`
}
