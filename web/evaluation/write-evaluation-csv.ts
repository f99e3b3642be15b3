import type { Evaluation } from '../../server/contract/evaluation.ts'

const HEAD = [
  ...['group', 'name', 'rate', 'rate_zh', 'value', 'numerator', 'denominator', 'year_before', 'period_before'],
  ...['score', 'grade', 'from', 'to', 'as_of', 'formulas', 'verified'],
]
/** Excel reads UTF-8 only behind this. */
const MARK = '\ufeff'

/** A row a group and rate, with the formula set that it was reckoned by (RFC 4180). */
export function writeEvaluationCsv(of: Evaluation, nameOf: (group: string) => string): string {
  const { formulas, from, to, asOf } = of
  const set = [from, to, asOf, `${formulas.id} ${formulas.version}`, formulas.verified]
  const rows = of.groups.flatMap(({ group, rates, scores }) =>
    rates.map((figure) => [
      ...[group, nameOf(group), figure.rate, formulas.rates.find(({ id }) => id === figure.rate)?.name.zh ?? ''],
      ...[figure.value, figure.numerator, figure.denominator, figure.yearBefore, figure.periodBefore],
      ...[scores[0]?.value ?? null, scores[0]?.grade ?? null, ...set],
    ]),
  )
  return `${MARK}${[HEAD, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A text that a spreadsheet would take for a formula is kept from it. */
function cell(value: string | number | null): string {
  if (value === null) return ''
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
