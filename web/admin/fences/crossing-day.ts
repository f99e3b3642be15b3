const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAY_MS = 86_400_000

/** A day of the business calendar as two instants, its first and the next day's; undefined for what is no day. */
export function spanOfDay(day: string): { from: string; to: string } | undefined {
  const begun = DAY.test(day) ? Date.parse(`${day}T00:00:00+08:00`) : Number.NaN
  if (Number.isNaN(begun)) return undefined
  return { from: new Date(begun).toISOString(), to: new Date(begun + DAY_MS).toISOString() }
}
