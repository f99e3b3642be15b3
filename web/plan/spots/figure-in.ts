/** A figure as the page writes it, as a number where it is nothing else: 1,446 and −0.03, not 7 天内没到过. What is unknown is null. */
export function figureIn(text: string): number | string | null {
  if (text === '—' || text === '') return null
  const plain = text.replace(/,/g, '').replace('−', '-').replace('+', '')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text
}
