import { afterAll, inject } from 'vitest'
import { writeAssets } from '../../server/assets/write-assets.ts'
import type { CaseCard, ManyOutcome } from '../../server/contract/case-card.ts'
import type { CaseAsk } from '../../server/contract/case-input.ts'
import type { NewCrew } from '../../server/contract/crew.ts'
import type { LngLat } from '../../server/contract/geo.ts'
import type { Role } from '../../server/contract/role.ts'
import { addCrew, setDuty } from '../../server/crews/write-crew.ts'
import type { Store } from '../../server/store/store.ts'
import { type Client, signedIn } from '../support/client.ts'
import { by, lamp, SUO } from '../support/entries.ts'
import { type Desk, openDesk } from './desk.ts'

/** The zoom at which every case of the grid stands alone, with room for a crew between them. */
export const DESK_ZOOM = 15.5
export const MIDDLE: LngLat = [93.7855, 31.886]
const STEP = 0.0012

/** A place of the grid that the cases lie in, ten wide and four high. */
export const gridPlace = (column: number, row: number): LngLat => [
  MIDDLE[0] + (column - 4.5) * STEP,
  MIDDLE[1] + (1.5 - row) * STEP,
]

const NIGHT = { from: '19:00', to: '07:00' }
const crew = (of: Partial<NewCrew> & { id: string; name: string }) => ({
  ...{ skills: ['order' as const], vehicle: { plate: '藏E·演示1', kind: '执法车' }, contractor: null, areas: [SUO] },
  ...{ shift: NIGHT, loadLimit: 60, headcount: 3, demo: true },
  ...of,
})
/** Besides the lamps' crew of every desk. */
const CREWS = [
  crew({ id: 'night', name: '夜班执法组' }),
  crew({ id: 'second', name: '机动执法组' }),
  crew({ id: 'drains', name: '排水组', skills: ['drainage'] }),
  crew({ id: 'old', name: '照明二组', skills: ['lighting'] }),
  crew({ id: 'day', name: '白班执法组', shift: { from: '08:00', to: '18:00' } }),
]
/** Between the cases, so that neither hides the other; how many minutes ago it was heard of. */
export const CREW_PLACES: Record<string, { at: LngLat; minutesAgo: number }> = {
  night: { at: gridPlace(2.5, -1), minutesAgo: 0 },
  second: { at: gridPlace(6.5, -1), minutesAgo: 0 },
  lamps: { at: gridPlace(1.5, 4), minutesAgo: 0 },
  old: { at: gridPlace(7.5, 4), minutesAgo: 8 },
  drains: { at: gridPlace(4.5, 4.6), minutesAgo: 0 },
}

type Office = Record<'acceptor' | 'duty-lead' | 'supervisor' | 'inspector' | 'crew', Client>

export interface DispatchCity extends Desk {
  /** Colleagues who work without a browser; the crew is the one of the night. */
  office: Office
  /** Two filed an hour and a half ago and late, the older first; then 30 that the crew of the night has; then ten dark lamps; and one that asks
   *  for a crew which is not there. */
  cases: { urgent: CaseCard[]; night: CaseCard[]; lamps: CaseCard[]; litter: CaseCard }
  /** Does the same to all of them; throws where one is refused. */
  act(role: keyof Office, ask: CaseAsk, ...ids: string[]): Promise<void>
  /** Takes cases that a crew of the night was given to their end. */
  finish(...ids: string[]): Promise<void>
  read(id: string): Promise<CaseCard>
}

const NOISE = { source: 'hotline-12345', kind: 'matter', code: '06028', problem: '音响声扰民' } as const
const LAMP_OUT = { source: 'patrol', kind: 'component', code: '01037', problem: '路灯不亮', assetId: null } as const
const LITTER = { source: 'patrol', kind: 'matter', code: '06017', problem: '绿地脏乱' } as const

/** A desk in the middle of an evening: crews on their way, 43 open cases, all brought in and moved on by the verbs. For a whole suite. */
export async function openDispatchCity(): Promise<DispatchCity> {
  const evening = Date.parse(inject('demoNow'))
  let ms = evening - 95 * 60_000
  const now = () => new Date(ms)
  const ends: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const end of ends) await end()
  })
  const desk = await openDesk({ now, until: (end) => ends.push(end), fill: (store) => fillStreets(store, now) })
  const { origin, store } = desk
  const fetchHere = (path: string, init: RequestInit) => fetch(origin + path, init)
  const as = (role: Role, crewId: string | null = null) => signedIn({ store, now }, fetchHere, [role], { crewId })
  const signIn = async (): Promise<Office> => ({
    ...{ acceptor: await as('acceptor'), 'duty-lead': await as('duty-lead'), supervisor: await as('supervisor') },
    ...{ inspector: await as('inspector'), crew: await as('crew', 'night') },
  })
  let office = await signIn()
  const later = async (minutesBefore: number): Promise<void> => {
    ms = evening - minutesBefore * 60_000
    office = await signIn()
  }
  const act: DispatchCity['act'] = async (role, { action, input }, ...ids) => {
    const answer = await office[role].post('/api/cases/actions', { action, ids, input })
    const { results } = (await read(answer)) as ManyOutcome
    const refused = results.find((one) => one.refused)
    if (refused) throw new Error(`${action}: ${JSON.stringify(refused)}`)
  }
  const receive = async (of: object, column: number, row: number): Promise<CaseCard> => {
    const address = `藏北路 ${row + 1}${String(column + 1).padStart(2, '0')} 号`
    const report = { ...of, address, location: gridPlace(column, row) }
    return (await read(await office.acceptor.post('/api/cases', report))) as CaseCard
  }
  const bring = async (of: object, conditionId: string, places: [number, number][]): Promise<CaseCard[]> => {
    const cases: CaseCard[] = []
    for (const place of places) cases.push(await receive(of, ...place))
    const ids = cases.map(({ id }) => id)
    await act('acceptor', { action: 'accept', input: {} }, ...ids)
    await act('duty-lead', { action: 'file', input: { conditionId } }, ...ids)
    return cases
  }
  const row = (y: number, from = 0, to = 9): [number, number][] =>
    Array.from({ length: to - from + 1 }, (_, i) => [from + i, y])

  const urgent = await bring(NOISE, 'noise', [[10, 0]])
  await later(90)
  urgent.push(...(await bring(NOISE, 'noise', [[10, 1]])))
  await later(70)
  const night = await bring(NOISE, 'noise', [...row(0), ...row(1), ...row(2)])
  await act('supervisor', { action: 'dispatch', input: { crewId: 'night' } }, ...night.map(({ id }) => id))
  await later(40)
  const lamps = await bring(LAMP_OUT, 'lamp-fault', row(3))
  const [litter] = await bring(LITTER, 'green-litter', [[10, 3]])
  await later(0)
  for (const [crewId, { at, minutesAgo }] of Object.entries(CREW_PLACES)) {
    const mate = await as('crew', crewId)
    const told = { at: new Date(ms - minutesAgo * 60_000).toISOString(), location: at }
    await read(await mate.post(`/api/crews/${crewId}/positions`, { positions: [told] }))
  }
  if (!litter) throw new Error('nothing was filed')
  return {
    ...{ ...desk, act, cases: { urgent, night, lamps, litter } },
    get office() {
      return office
    },
    async finish(...ids) {
      await act('crew', { action: 'take', input: {} }, ...ids)
      const told = { outcome: 'persuaded', words: '已关掉音响', quantity: { value: 1, unit: 'machine' } } as const
      await act('crew', { action: 'feed-back', input: told }, ...ids)
      await act('acceptor', { action: 'ask-verification', input: {} }, ...ids)
      await act('inspector', { action: 'pass', input: {} }, ...ids)
      await act('duty-lead', { action: 'close', input: {} }, ...ids)
    },
    read: (id) => office.supervisor.json(`/api/cases/${id}`),
  }
}

async function read(answer: Response): Promise<unknown> {
  if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}: ${await answer.text()}`)
  return answer.status === 204 ? undefined : answer.json()
}

/** A street below each row of cases and one across, and the crews, on duty. */
async function fillStreets(store: Store, now: () => Date): Promise<void> {
  const street = (n: number, name: string, coordinates: LngLat[]) =>
    lamp(n, {
      ...{ id: `540626L0101${String(n).padStart(6, '0')}`, layer: 'roads', name, status: 'open' },
      ...{ code: 'L0101', edition: 'local', geometry: { type: 'LineString', coordinates }, fields: { class: 'main' } },
    })
  const across = [-2, -1, 0, 1, 2, 3, 4, 5]
  const roads = [
    ...across.map((y) => street(y + 3, `藏北${y + 3}路`, [gridPlace(-1, y), gridPlace(4.5, y), gridPlace(11, y)])),
    street(
      20,
      '中街',
      across.map((y) => gridPlace(4.5, y)),
    ),
  ]
  await store.transaction(SUO, (tx) => writeAssets(tx, { added: roads }, by()))
  const [needs, writer] = [
    { area: SUO, store, now },
    { actor: 'made:test', once: undefined },
  ]
  for (const one of CREWS) {
    await addCrew(one, writer, needs)
    await setDuty({ id: one.id, onDuty: true }, writer, needs)
  }
}
