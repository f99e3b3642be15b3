import type { AlarmState, Reading, ReadingQuantity } from '../contract/reading.ts'
import type { Db } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'

/** One sensor: a thing, what is measured, and which of several. */
export interface Sensor {
  thingId: string
  quantity: ReadingQuantity
  channel: string
}

/** An alarm as it is kept; instants in Unix ms. */
export interface KeptAlarm extends Sensor {
  raised: boolean
  sinceMs: number
  atMs: number
  value: number
  limit: number
  caseId: string | null
}

export interface Measured extends Sensor {
  atMs: number
  value: number
}

const SENSOR = ['thing_id', 'quantity', 'channel'] as const

/** Readings of a measure at some things, since an instant, in the order of time. */
export async function readingsOf(
  db: Db,
  city: string,
  { things, quantity, sinceMs }: { things: readonly string[]; quantity: ReadingQuantity; sinceMs: number },
): Promise<Measured[]> {
  if (things.length === 0) return []
  const rows = await db
    .selectFrom('readings')
    .select([...SENSOR, 'at_ms', 'value'])
    .where('city', '=', city)
    .where('thing_id', 'in', things)
    .where('quantity', '=', quantity)
    .where('at_ms', '>=', sinceMs)
    .orderBy('at_ms')
    .execute()
  return rows.map((row) => ({ ...sensorOf(row), atMs: Number(row.at_ms), value: Number(row.value) }))
}

/** The newest of each sensor of some measures at some things. */
export async function lastReadings(
  db: Db,
  city: string,
  { things, quantities }: { things: readonly string[]; quantities: readonly ReadingQuantity[] },
): Promise<Measured[]> {
  if (things.length === 0) return []
  const rows = await db
    .selectFrom('readings')
    .innerJoin(
      (of) =>
        of
          .selectFrom('readings')
          .select(({ fn }) => [...SENSOR, fn.max('at_ms').as('last_ms')])
          .where('city', '=', city)
          .where('thing_id', 'in', things)
          .where('quantity', 'in', quantities)
          .groupBy(SENSOR)
          .as('last'),
      (join) =>
        join
          .onRef('last.thing_id', '=', 'readings.thing_id')
          .onRef('last.quantity', '=', 'readings.quantity')
          .onRef('last.channel', '=', 'readings.channel')
          .onRef('last.last_ms', '=', 'readings.at_ms'),
    )
    .select(['readings.thing_id', 'readings.quantity', 'readings.channel', 'readings.at_ms', 'readings.value'])
    .where('readings.city', '=', city)
    .execute()
  return rows.map((row) => ({ ...sensorOf(row), atMs: Number(row.at_ms), value: Number(row.value) }))
}

/** Puts down those that are new: of a thing, a measure, a channel and an instant there is one. Returns the new ones, in the order of time. */
export async function keepReadings(tx: Tx, readings: readonly Reading[]): Promise<Measured[]> {
  const byKey = new Map<string, Measured>()
  for (const { at, ...reading } of readings) {
    const one = { ...reading, atMs: Date.parse(at) }
    byKey.set(JSON.stringify([one.thingId, one.quantity, one.channel, one.atMs]), one)
  }
  const fresh: Measured[] = []
  for (const one of byKey.values()) {
    const known = await tx.db
      .selectFrom('readings')
      .select('at_ms')
      .where('city', '=', tx.city)
      .where('thing_id', '=', one.thingId)
      .where('quantity', '=', one.quantity)
      .where('channel', '=', one.channel)
      .where('at_ms', '=', one.atMs)
      .executeTakeFirst()
    if (!known) fresh.push(one)
  }
  await tx.write(
    'readings',
    fresh.map(({ thingId, quantity, channel, atMs, value }) => ({
      ...{ city: tx.city, thing_id: thingId, quantity, channel, at_ms: atMs, value },
    })),
    'fail',
  )
  return fresh.sort((a, b) => a.atMs - b.atMs)
}

/** Of all sensors that were ever looked at, or of those of some things. */
export async function keptAlarms(db: Db, city: string, things?: readonly string[]): Promise<KeptAlarm[]> {
  if (things?.length === 0) return []
  let query = db.selectFrom('reading_alarms').selectAll().where('city', '=', city)
  if (things) query = query.where('thing_id', 'in', things)
  const rows = await query.orderBy('thing_id').orderBy('quantity').orderBy('channel').execute()
  return rows.map((row) => ({
    ...{ ...sensorOf(row), raised: Number(row.raised) === 1, sinceMs: Number(row.since_ms), atMs: Number(row.at_ms) },
    ...{ value: Number(row.value), limit: Number(row.limit_value), caseId: row.case_id },
  }))
}

export function keepAlarms(tx: Tx, alarms: readonly KeptAlarm[]): Promise<void> {
  const rows = alarms.map(({ thingId, quantity, channel, raised, sinceMs, atMs, value, limit, caseId }) => ({
    ...{ city: tx.city, thing_id: thingId, quantity, channel, raised: raised ? 1 : 0 },
    ...{ since_ms: sinceMs, at_ms: atMs, value, limit_value: limit, case_id: caseId },
  }))
  return tx.write('reading_alarms', rows, 'replace')
}

/** As it is told. */
export const alarmOf = ({ sinceMs, atMs: _, ...alarm }: KeptAlarm): AlarmState => ({
  ...alarm,
  since: new Date(sinceMs).toISOString(),
})

const sensorOf = (row: { thing_id: string; quantity: string; channel: string }): Sensor => ({
  ...{ thingId: row.thing_id, quantity: row.quantity as ReadingQuantity, channel: row.channel },
})
