import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'

const START_MS = 60_000

beforeAll(() => void execFileSync('npm', ['run', '--silent', 'bundle']))

interface Program {
  child: ChildProcess
  said: () => string
  ended: Promise<number | null>
}

function start(words: string[], environment: Record<string, string>): Program {
  const child = spawn(process.execPath, ['server/dist/main.js', ...words], {
    env: { ...process.env, DATABASE_URL: '', CITY: '', LOG_LEVEL: '', ...environment },
  })
  let said = ''
  child.stdout.on('data', (data) => (said += data))
  child.stderr.on('data', (data) => (said += data))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, said: () => said, ended }
}

async function until(what: () => boolean | Promise<boolean>, program: Program): Promise<void> {
  const begun = performance.now()
  while (!(await what())) {
    if (program.child.exitCode !== null || performance.now() - begun > START_MS) throw new Error(program.said())
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

const emptyFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gridkeeper-main-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  )
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function served(environment: Record<string, string> = {}): Promise<Program & { url: string; folder: string }> {
  const [folder, port] = [emptyFolder(), String(await freePort())]
  const program = start(['serve'], { DATA_DIR: folder, PORT: port, ...environment })
  const url = `http://127.0.0.1:${port}`
  await until(() => answers(`${url}/readyz`), program)
  return { ...program, url, folder }
}

test('on an empty store it serves an empty city and says how to begin', async () => {
  const { url, said } = await served({ GUESTS: 'map' })
  expect(await (await fetch(`${url}/api/city`)).json()).toMatchObject({ assetCount: 0, demo: false })
  expect(said()).toContain('npm run import')
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it with 0 within 5 s', async (signal) => {
  const { url, child, ended, said } = await served()
  await fetch(`${url}/api/layers`)
  const begun = performance.now()
  child.kill(signal)
  expect(await ended).toBe(0)
  expect(performance.now() - begun).toBeLessThan(5_000)
  expect(said()).toContain('"stopped"')
})

test('a second process on the folder ends at once and names the holder', async () => {
  const { folder, child } = await served()
  const second = start(['serve'], { DATA_DIR: folder, PORT: '0' })
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(`in use by process ${child.pid}`)
  expect(second.said()).not.toContain('    at ')
})

test('a port in use is said in words, and the folder is given back', async () => {
  const { url } = await served()
  const folder = emptyFolder()
  const second = start(['serve'], { DATA_DIR: folder, PORT: new URL(url).port })
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(`Port ${new URL(url).port} on 127.0.0.1 is in use`)
  const third = start(['serve'], { DATA_DIR: folder, PORT: '0' })
  await until(() => third.said().includes('"ready"'), third)
})

test('what cannot be used is said in words', async () => {
  const folder = emptyFolder()
  const port = start(['serve'], { DATA_DIR: folder, PORT: 'eighty' })
  const command = start(['dance'], { DATA_DIR: folder })
  const option = start(['demo', '--colour', 'red'], { DATA_DIR: folder })
  const city = start(['import', 'bins', 'bins.csv'], { DATA_DIR: folder })
  expect(await Promise.all([port, command, option, city].map(({ ended }) => ended))).toEqual([1, 1, 1, 1])
  expect(port.said()).toContain('PORT=eighty')
  expect(command.said()).toContain('There is no command "dance"')
  expect(option.said()).toContain('--city suo')
  expect(city.said()).toContain('--city')
})

test('the demo makes its city once and shows it again at the next start', async () => {
  const environment = { DATA_DIR: emptyFolder(), DEMO_SPEED: '0' }
  const port = String(await freePort())
  const first = start(['demo', '--port', port], environment)
  await until(() => answers(`http://127.0.0.1:${port}/readyz`), first)
  const city = await (await fetch(`http://127.0.0.1:${port}/api/city`)).json()
  expect(city).toMatchObject({ area: '540626', demo: true, name: { zh: '索县' } })
  expect(city.assetCount).toBeGreaterThan(5_000)
  expect(first.said()).toContain(`http://localhost:${port}`)
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  const again = start(['demo', '--port', port], environment)
  await until(() => answers(`http://127.0.0.1:${port}/readyz`), again)
  expect(await (await fetch(`http://127.0.0.1:${port}/api/city`)).json()).toMatchObject({ seq: city.seq })
  expect(again.said()).not.toContain('制作')
})
