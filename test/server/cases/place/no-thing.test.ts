import { expect, test } from 'vitest'
import type { NewReport } from '../../../../server/contract/case-input.ts'
import { lamp, testCity } from '../../../support/test-city.ts'

const UNDER_A_LAMP = [93.7851, 31.886] as const
const at = `/api/placement?at=${UNDER_A_LAMP.join(',')}&kind=component&code=01037`
const report: Partial<NewReport> = {
  ...{ source: 'hotline-12345', problem: '路灯要加装', address: '藏北路', kind: 'component', code: '01037' },
  location: [...UNDER_A_LAMP],
}

test('who says that it is about no thing is given none, though one stands under the tap', async () => {
  const city = await testCity({ assets: [lamp(1)] })
  const acceptor = await city.as('acceptor')
  expect(await acceptor.json(at)).toMatchObject({ assetId: lamp(1).id, choices: [] })
  expect(await acceptor.json(`${at}&thing=none`)).toMatchObject({ assetId: null, choices: [] })
  expect(await acceptor.refusal(`${at}&thing=any`)).toMatchObject({ status: 400, parameter: 'thing' })
  const found = await (await acceptor.post('/api/cases', report)).json()
  const none = await (await acceptor.post('/api/cases', { ...report, assetId: null })).json()
  expect([found.assetId, none.assetId]).toEqual([lamp(1).id, null])
  expect(JSON.stringify(none)).not.toContain('noThing')
})

test('who accepts a report and says what it is can say that it is about no thing', async () => {
  const acceptor = await (await testCity({ assets: [lamp(1)] })).as('acceptor')
  const { kind: _kind, code: _code, ...unclassified } = report
  const accepted = async (input: object) => {
    const { id } = await (await acceptor.post('/api/cases', unclassified)).json()
    const answer = await acceptor.post(`/api/cases/${id}/actions/accept`, {
      kind: 'component',
      code: '01037',
      ...input,
    })
    return ((await answer.json()) as { assetId: string | null }).assetId
  }
  expect(await accepted({})).toBe(lamp(1).id)
  expect(await accepted({ assetId: null })).toBeNull()
})

test('who accepts a report of a known class can say that it is not about the thing that lies nearest', async () => {
  const acceptor = await (await testCity({ assets: [lamp(1)] })).as('acceptor')
  const accepted = async (input: object) => {
    const { id, assetId } = await (await acceptor.post('/api/cases', report)).json()
    expect(assetId).toBe(lamp(1).id)
    const answer = await acceptor.post(`/api/cases/${id}/actions/accept`, input)
    return (await answer.json()) as { assetId: string | null; code: string }
  }
  expect(await accepted({ assetId: null })).toMatchObject({ assetId: null, code: report.code })
  expect(await accepted({})).toMatchObject({ assetId: lamp(1).id })
})
