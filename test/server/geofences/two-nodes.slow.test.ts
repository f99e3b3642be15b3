import { expect, test } from 'vitest'
import type { Crossing } from '../../../server/contract/geofence.ts'
import { CrewPlaces } from '../../../server/crews/crew-places.ts'
import { readTracks } from '../../../server/crews/read-tracks.ts'
import { readTrails } from '../../../server/crews/read-trails.ts'
import { PositionIntake } from '../../../server/crews/take-positions.ts'
import { addCrew, setDuty } from '../../../server/crews/write-crew.ts'
import { addFence, changeFence } from '../../../server/geofences/write-fence.ts'
import { openHandover, signHandover } from '../../../server/handovers/write-handover.ts'
import type { Store } from '../../../server/store/store.ts'
import { onEachEngine, type Place } from '../../support/engines.ts'
import { SUO } from '../../support/entries.ts'
import { NOW } from '../../support/test-city.ts'
import { metresEast, WATCH_POST } from './fence-desk.ts'

const WRITER = { actor: 'person:test', once: undefined }
const SCOPE = { areas: [SUO], contractor: null, crewId: null }
const CREW = {
  ...{ name: '清运一组（演示）', skills: ['waste' as const], vehicle: null, shift: { from: '08:00', to: '18:00' } },
  ...{ contractor: null, areas: [SUO], loadLimit: 8, headcount: 4 },
}
const at = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1_000).toISOString()

/** A city with a crew on duty and a fence, on two nodes: on SQLite the second is the same process after a restart. */
async function newPair(place: Place) {
  let seconds = 0
  const now = () => new Date(at(seconds))
  const first = await place.open()
  const second = place.engine === 'postgresql' ? await place.open() : first
  const needsOf = (store: Store) => ({ area: SUO, store, now })
  const { crew } = await addCrew(CREW, WRITER, needsOf(first))
  await setDuty({ id: crew.id, onDuty: true }, WRITER, needsOf(first))
  const intakeOf = (store: Store) => new PositionIntake({ ...needsOf(store), places: new CrewPlaces(() => undefined) })
  const crossings = async (): Promise<Crossing[]> => {
    const rows = await first.readLog({ city: SUO, after: 0 })
    return rows.filter(({ entity }) => entity === 'crossing').map(({ after }) => after as Crossing)
  }
  const place0 = (metres: number, more = 0) => ({
    ...{ at: at(seconds + more), location: metresEast(metres) },
    ...{ accuracyM: 8, speedKmh: null, headingDeg: null },
  })
  return {
    ...{ first, second, crew, crossings, intakeOf, needsOf, position: place0 },
    pass(more: number) {
      seconds += more
    },
  }
}

onEachEngine((place) => {
  test('two nodes that take the places of one crew in turn tell each crossing once', async () => {
    const pair = await newPair(await place())
    const { fence } = await addFence({ ...WATCH_POST }, WRITER, pair.needsOf(pair.first))
    const nodes = [pair.intakeOf(pair.first), pair.intakeOf(pair.second)]
    for (const [step, metres] of [-200, 100, 120, 150, -10, 15, -100, -90, 60].entries()) {
      pair.pass(10)
      // The phone did not hear the answer of the one, and tells the other the same.
      await Promise.all(nodes.map((node) => node.take(pair.crew.id, [pair.position(metres, step % 2)])))
    }
    expect((await pair.crossings()).map(({ inside }) => inside)).toEqual([true, false, true])
    await changeFence({ id: fence.id, seen: '*', patch: { ended: true } }, WRITER, pair.needsOf(pair.second))
    pair.pass(10)
    await nodes[0]?.take(pair.crew.id, [pair.position(70)])
    expect((await pair.crossings()).map(({ leftBy }) => leftBy)).toEqual([null, 'moved', null, 'fence-ended'])
  })

  test('a crew that is inside is not told again after a restart, and leaves once', async () => {
    const pair = await newPair(await place())
    await addFence({ ...WATCH_POST }, WRITER, pair.needsOf(pair.first))
    for (const metres of [100, 110, -300, -310]) {
      pair.pass(10)
      await pair.intakeOf(pair.first).take(pair.crew.id, [pair.position(metres)])
    }
    expect((await pair.crossings()).map(({ inside }) => inside)).toEqual([true, false])
    const span = { from: at(0), to: at(600), withinMetres: 0, scope: SCOPE }
    const [track] = await readTracks(pair.first.db, SUO, [pair.crew], span)
    expect(track?.t).toEqual([10, 20, 30, 40])
    expect(track?.events.map(({ kind }) => kind)).toEqual(['fence-entered', 'fence-left'])
    expect((await readTrails(pair.first.db, SUO, Date.parse(at(60)))).get(pair.crew.id)).toHaveLength(4)
  })

  test('of two who take over one shift at once one does, and the other is told who', async () => {
    const pair = await newPair(await place())
    const actor = (name: string) => ({ id: `person:${name}`, name, roles: ['supervisor' as const], scope: SCOPE })
    const writer = (name: string) => ({ actor: actor(name), once: undefined })
    const { handover } = await openHandover({ notes: '', promised: [] }, writer('甲'), pair.needsOf(pair.first))
    const sign = (name: string, as: 'giver' | 'taker', store: Store) =>
      signHandover({ id: handover.id, seen: '*', as, remark: null }, writer(name), pair.needsOf(store))
    await sign('甲', 'giver', pair.first)
    const both = await Promise.allSettled([sign('乙', 'taker', pair.first), sign('丙', 'taker', pair.second)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find((one) => one.status === 'rejected')
    expect(lost?.reason).toMatchObject({ status: 409, code: 'signed', last: { name: expect.stringMatching(/[乙丙]/) } })
  })
})
