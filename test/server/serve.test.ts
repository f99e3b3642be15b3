import { expect, test } from 'vitest'
import { CannotListen, serve } from '../../server/serve.ts'

const LOCAL = { host: '127.0.0.1', port: 0 }
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('a stop lets what is running finish, and takes nothing new', async () => {
  const slow = async () => {
    await pause(300)
    return new Response('done')
  }
  const server = await serve({ fetch: slow }, LOCAL)
  const url = `http://127.0.0.1:${server.port}`
  const running = fetch(url).then((response) => response.text())
  await pause(100)
  const begun = performance.now()
  const closed = server.close()
  await expect(fetch(url)).rejects.toThrow()
  expect(await running).toBe('done')
  await closed
  expect(performance.now() - begun).toBeLessThan(2_500)
})

test('a stop does not wait for ever', async () => {
  const server = await serve({ fetch: () => new Promise<Response>(() => undefined) }, LOCAL)
  const running = fetch(`http://127.0.0.1:${server.port}`).catch(() => 'ended')
  await pause(100)
  const begun = performance.now()
  await server.close()
  expect(await running).toBe('ended')
  expect(performance.now() - begun).toBeLessThan(4_500)
})

test('a port in use and a strange host are said in words', async () => {
  const server = await serve({ fetch: () => new Response() }, LOCAL)
  await expect(serve({ fetch: () => new Response() }, { ...LOCAL, port: server.port })).rejects.toThrow(CannotListen)
  await expect(serve({ fetch: () => new Response() }, { ...LOCAL, port: server.port })).rejects.toThrow(/in use/)
  await expect(serve({ fetch: () => new Response() }, { host: '203.0.113.7', port: 0 })).rejects.toThrow(
    /no address of this machine/,
  )
  await server.close()
})
