import { expect, test, vi } from 'vitest'
import { runWrite } from '../../../server/assets/run-write.ts'
import { assetWriteRoutes } from '../../../server/assets/write-routes.ts'
import { loadCodes } from '../../../server/codes/load-codes.ts'
import { registryOf } from '../../../server/contract/code-registry.ts'
import type { Gate } from '../../../server/http/acting.ts'
import { SUO } from '../../support/entries.ts'
import { lamp, testCity } from '../../support/test-city.ts'
import { KEY } from './write-desk.ts'

const NOBODY: Gate = {
  whoIs: () => Promise.resolve(undefined),
  guestsRead: [],
  sessionOf: () => undefined,
  stillIn: () => Promise.resolve(new Set()),
}

test('a write that is on disk is answered as done though the picture is behind, and says so', async () => {
  const { store, memory } = await testCity()
  const routes = assetWriteRoutes({
    gate: NOBODY,
    ...{ area: SUO, store, memory, codes: registryOf(await loadCodes('data/codes')), now: () => new Date() },
    ...{ writeKey: KEY, publicUrl: undefined },
    progress: { seq: 7, reach: () => undefined, until: async () => false },
  })
  const { id } = lamp(1)
  const answer = await routes.request(`/${id}?reason=x`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${KEY}`, 'If-Match': '*' },
  })
  const { seq } = await store.head(SUO)
  expect([answer.status, answer.headers.get('Log-Seq'), answer.headers.get('Picture-Seq')]).toEqual([
    204,
    `${seq}`,
    '7',
  ])
})

test('a write whose turn comes after its caller was told that it took too long is not made', async () => {
  const { store } = await testCity()
  const needs = { area: SUO, store, registry: registryOf(await loadCodes('data/codes')), layerOf: () => undefined }
  const work = vi.fn()
  // The write looks at the clock before it waits; by every look after that, whoever's it is, its time is over.
  const clock = vi.spyOn(performance, 'now').mockReturnValue(10_001).mockReturnValueOnce(0)
  const write = runWrite({ ...needs, now: () => new Date() }, { actor: 'system:test', once: undefined }, work)
  await expect(write).rejects.toMatchObject({ why: 'busy' })
  expect(work).not.toHaveBeenCalled()
  clock.mockRestore()
})
