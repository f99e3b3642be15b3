import { expect, onTestFinished, test, vi } from 'vitest'
import { freshJson, json } from '../../web/api.ts'

test('what is of an instant is never had from the store of the browser, and all else may be', async () => {
  const asked: (RequestCache | undefined)[] = []
  vi.stubGlobal('fetch', (_path: string, { cache }: RequestInit) => {
    asked.push(cache)
    return Promise.resolve(Response.json({ at: 'now' }))
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  expect(await freshJson('/api/wall/figures')).toEqual({ at: 'now' })
  await json('/api/layers')
  expect(asked).toEqual(['no-store', undefined])
})
