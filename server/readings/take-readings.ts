import { actingNow } from '../cases/act-in-book.ts'
import type { CaseBook } from '../cases/case-book.ts'
import type { CaseNeeds } from '../cases/case-needs.ts'
import { reportInBook } from '../cases/report-in-book.ts'
import { runCaseWrite } from '../cases/run-case-write.ts'
import type { CityPicture } from '../city/city-picture.ts'
import { pointInside } from '../city/point-inside.ts'
import type { Asset } from '../contract/asset.ts'
import { isOpen } from '../contract/case.ts'
import type { AlarmRule, AlarmRules, Reading, ReadingsTaken } from '../contract/reading.ts'
import type { Actor } from '../contract/role.ts'
import { type AlarmBounds, nextAlarm } from '../insight/landfill/next-alarm.ts'
import { type KeptAlarm, keepAlarms, keepReadings, keptAlarms, type Measured } from './reading-store.ts'

export interface ReadingNeeds {
  area: string
  memory: Pick<CityPicture, 'layer' | 'layers'>
  cases: CaseNeeds
  alarms: AlarmRules
}

const watcher = (area: string): Actor => ({
  ...{ id: 'system:readings', name: '监测告警', roles: ['acceptor'] },
  scope: { areas: [area], contractor: null, crewId: null },
})

/** Takes in what a gateway measured. A value above its limit becomes a case, once for each excursion, and never a second one while the last is
 *  open. All or nothing; what was sent before is passed over. Throws CaseRefused. */
export async function takeReadings(readings: readonly Reading[], needs: ReadingNeeds): Promise<ReadingsTaken> {
  const { area, memory, cases } = needs
  const things = new Map(readings.map(({ thingId }) => [thingId, findThing(memory, thingId)]))
  const known = readings.filter(({ thingId }) => things.get(thingId))
  const unknown = [...things].flatMap(([id, thing]) => (thing ? [] : [id])).sort()
  const { answer } = await runCaseWrite(cases, undefined, async (book) => {
    const fresh = await keepReadings(book.tx, known)
    const before = await keptAlarms(book.tx.db, area, [...new Set(fresh.map(({ thingId }) => thingId))])
    const alarms = new Map(before.map((alarm) => [keyOf(alarm), alarm]))
    const opened: string[] = []
    for (const reading of fresh) {
      const thing = things.get(reading.thingId)
      const rule = needs.alarms.rules.find(({ quantity }) => quantity === reading.quantity)
      const bounds = thing && rule ? boundsOf(rule, thing) : null
      if (!thing || !rule || !bounds) continue
      const was = alarms.get(keyOf(reading))
      const { alarm, event } = nextAlarm(was, reading, bounds)
      if (alarm.atMs !== reading.atMs) continue
      let caseId = was?.caseId ?? null
      if (event === 'raise' && !(await isStillOpen(book, caseId))) {
        caseId = await openCaseOf(book, { thing, rule, reading, bounds }, needs)
        opened.push(caseId)
      }
      const { thingId, quantity, channel, value } = reading
      const { limit } = bounds
      alarms.set(keyOf(reading), { thingId, quantity, channel, value, limit, caseId, ...alarm })
    }
    await keepAlarms(book.tx, [...alarms.values()])
    return () => ({ taken: fresh.length, repeated: known.length - fresh.length, unknown, cases: opened })
  })
  return answer
}

/** The figure, or what the thing says of itself; null where it says nothing. */
export function limitOf({ above, below }: AlarmRule, { fields }: Pick<Asset, 'fields'>): number | null {
  const told = above ?? below
  const value = typeof told === 'object' ? fields[told.field] : told
  return typeof value === 'number' ? value : null
}

function boundsOf(rule: AlarmRule, thing: Asset): AlarmBounds | null {
  const limit = limitOf(rule, thing)
  const { above, clearBelowBy = 0, clearAboveBy = 0, notWhen } = rule
  const quiet = notWhen.includes(thing.status)
  if (limit === null) return null
  return above === undefined
    ? { limit, quiet, side: 'below', clearBy: clearAboveBy }
    : { limit, quiet, side: 'above', clearBy: clearBelowBy }
}

async function isStillOpen(book: CaseBook, caseId: string | null): Promise<boolean> {
  const last = caseId === null ? undefined : await book.read(caseId)
  return last !== undefined && isOpen(last.state)
}

async function openCaseOf(
  book: CaseBook,
  { thing, rule, reading, bounds }: { thing: Asset; rule: AlarmRule; reading: Measured; bounds: AlarmBounds },
  { area, cases }: ReadingNeeds,
): Promise<string> {
  const report = {
    ...{ source: 'sensor' as const, kind: rule.kind, code: rule.code, urgency: rule.urgency, assetId: thing.id },
    problem: `${rule.problem.zh}（${reading.value} ${bounds.side === 'above' ? '>' : '<'} ${bounds.limit}${reading.channel && `，${reading.channel}`}）`,
    ...{ address: thing.name, location: pointInside(thing.geometry) },
  }
  const { state } = await reportInBook(book, report, await actingNow(book.tx, watcher(area), cases), cases)
  return state.id
}

function findThing(memory: ReadingNeeds['memory'], id: string): Asset | undefined {
  for (const { id: layer } of memory.layers()) {
    const thing = memory.layer(layer)?.get(id)
    if (thing) return thing
  }
  return undefined
}

const keyOf = ({ thingId, quantity, channel }: Pick<KeptAlarm, 'thingId' | 'quantity' | 'channel'>): string =>
  JSON.stringify([thingId, quantity, channel])
