import { type Days, dayNumberOf, dayText, lengthOf } from './day-number.ts'

/** Where the axis is named: month beginnings, every week when the bar is short, quarters when it is long. */
export function ticksOf(domain: Days): { day: number; text: string }[] {
  const length = lengthOf(domain)
  if (length <= 45) return everyDays(domain, 7).map((day) => ({ day, text: dayText(day).slice(5) }))
  const months = monthStarts(domain).filter((day) => length <= 400 || Number(dayText(day).slice(5, 7)) % 3 === 1)
  const edge = length * 0.94
  return months.filter((day) => day - domain.first < edge).map((day) => ({ day, text: dayText(day).slice(0, 7) }))
}

const everyDays = ({ first, last }: Days, step: number): number[] =>
  Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step)

function monthStarts({ first, last }: Days): number[] {
  const starts: number[] = []
  for (let year = Number(dayText(first).slice(0, 4)); year <= Number(dayText(last).slice(0, 4)); year++)
    for (let month = 1; month <= 12; month++) starts.push(dayNumberOf(`${year}-${String(month).padStart(2, '0')}-01`))
  return starts.filter((day) => day >= first && day <= last)
}
