import { minutesOf, reach } from '../../../server/contract/run-clock.ts'
import { calendarOf, GOLDEN, shanghai } from './golden-deadlines.ts'

/** Run under another TZ by working-time.test.ts: what this machine makes of every golden deadline. */
const dues = GOLDEN.map(({ from, limit, hours }) => {
  const calendar = calendarOf(hours)
  return reach(shanghai(from), minutesOf(limit, calendar), limit.unit, calendar).at
})
process.stdout.write(JSON.stringify({ offset: new Date(2024, 0, 1).getTimezoneOffset(), dues }))
