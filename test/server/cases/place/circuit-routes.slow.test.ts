import { expect, test } from 'vitest'
import type { CaseCard } from '../../../../server/contract/case-card.ts'
import { caseDesk } from '../../../support/case-desk.ts'
import { onEachEngine } from '../../../support/engines.ts'
import { cabinetAt, HOME, lampAt, moved } from './made-ground.ts'

const CABINET = cabinetAt(1, moved(HOME, -3), 'C001')
const hung = (number: number, circuit = 'C001') =>
  lampAt(number, moved(HOME, number * 28), { road: '人民路', circuit, cabinet: CABINET.id })
const CIRCUIT = { problem: '回路 C001 停电，9 盏路灯不亮', address: '人民路' }

onEachEngine((_place, engine) => {
  const darkStreet = async () => {
    const desk = await caseDesk(engine)
    await desk.city.change({ added: [CABINET, ...Array.from({ length: 12 }, (_, at) => hung(41 + at))] })
    const cards: CaseCard[] = []
    for (let lamp = 41; lamp < 50; lamp++) {
      await desk.later(20)
      cards.push(
        await desk.receive({
          kind: 'component',
          code: '01037',
          location: moved(HOME, lamp * 28),
          address: `人民路 ${lamp}`,
        }),
      )
    }
    return { ...desk, cards, ids: cards.map(({ id }) => id) }
  }

  test('nine reports of lamps are one fault of their circuit, one case with nine children, and nine cases again', async () => {
    const { city, as, ids, later } = await darkStreet()
    const { circuits } = await as.supervisor.json('/api/placement/circuits')
    expect(circuits).toMatchObject([{ circuit: 'C001', cabinet: CABINET.id, cases: ids }])
    expect(circuits[0].lamps).toHaveLength(9)

    const lampStates = async () =>
      JSON.stringify(
        await city.store.db.selectFrom('cases').select('state').where('id', 'in', ids).orderBy('id').execute(),
      )
    const before = await lampStates()

    const joined = await as.supervisor.post('/api/circuits', { cases: ids, ...CIRCUIT })
    expect(joined.status).toBe(201)
    const { circuit, lamps } = await joined.json()
    expect(circuit).toMatchObject({
      kind: 'component',
      code: '01060',
      assetId: CABINET.id,
      status: 'received',
      ...CIRCUIT,
    })
    expect(circuit.location.map((one: number) => one.toFixed(5))).toEqual(moved(HOME, -3).map((one) => one.toFixed(5)))
    expect(lamps.map(({ parentId }: CaseCard) => parentId)).toEqual(ids.map(() => circuit.id))
    expect(await as.supervisor.json('/api/placement/circuits')).toEqual({ circuits: [] })

    await later(5)
    const apart = await as.supervisor.post(`/api/circuits/${circuit.id}/split`, { reason: '两处各自故障' })
    expect(apart.status).toBe(200)
    expect((await apart.json()).circuit).toMatchObject({ id: circuit.id, status: 'void' })
    expect(await lampStates()).toBe(before)
    expect((await as.supervisor.json('/api/placement/circuits')).circuits).toHaveLength(1)
    expect((await city.store.verify('540626')).ok).toBe(true)
  })

  test('a join is refused by post, and for what is no lamp of the circuit, a child or ended', async () => {
    const { city, as, ids, act, receive } = await darkStreet()
    const { problem } = as.supervisor
    const join = (cases: string[], by = as.supervisor) => by.post('/api/circuits', { cases, ...CIRCUIT })
    expect(await as.inspector.problem(join(ids, as.inspector))).toMatchObject({ status: 403, code: 'wrong-role' })
    await city.change({ added: [hung(60, 'C002')] })
    const other = await receive({ kind: 'component', code: '01037', location: moved(HOME, 60 * 28) })
    expect(await problem(join([...ids, other.id]))).toMatchObject({ status: 409, code: 'other-circuit' })
    expect(await problem(join(['no-case', ...ids]))).toMatchObject({ status: 404, code: 'unknown-case' })
    await act(ids[8] ?? '', 'refuse', { reason: '现场灯亮' }, 'acceptor')
    expect(await problem(join(ids))).toMatchObject({ status: 409, code: 'conflict' })
    const rest = ids.slice(0, 8)
    const { circuit } = await (await join(rest)).json()
    expect(await problem(join(rest))).toMatchObject({ status: 409, code: 'has-parent' })
    expect(await problem(as.supervisor.post(`/api/circuits/${ids[0]}/split`, { reason: '无' }))).toMatchObject({
      ...{ status: 409, code: 'no-children' },
    })
    await as.supervisor.post(`/api/circuits/${circuit.id}/split`, { reason: '分开处理' })
    expect(await problem(as.supervisor.post(`/api/circuits/${circuit.id}/split`, { reason: '再分' }))).toMatchObject({
      ...{ status: 409, code: 'conflict' },
    })
  })

  test('a join under one key is made once', async () => {
    const { city, as, ids } = await darkStreet()
    const once = () => as.supervisor.post('/api/circuits', { cases: ids, ...CIRCUIT }, { 'Idempotency-Key': 'dark-1' })
    const [first, again] = [await once(), await once()]
    expect((await first.json()).circuit.id).toBe((await again.json()).circuit.id)
    expect(again.headers.get('Idempotency-Replayed')).toBe('true')
    const { cases } = await as.supervisor.json('/api/cases?code=01060')
    expect(cases).toHaveLength(1)
    expect((await city.store.verify('540626')).ok).toBe(true)
  })
})
