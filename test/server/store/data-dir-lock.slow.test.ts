import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { DataDirHeld } from '../../../server/store/data-dir-lock.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { newPlace, onPostgres } from '../../support/engines.ts'
import { entry, SUO } from '../../support/entries.ts'
import { startWriter } from '../../support/start-writer.ts'

const start = (...how: Parameters<typeof startWriter>) => {
  const writer = startWriter(...how)
  onTestFinished(() => void writer.child.kill('SIGKILL'))
  return writer
}

const held = async (task: { writers?: number } = {}) => {
  const place = await newPlace('sqlite')
  const holder = start(place, task)
  await holder.opened
  expect(holder.lines[0]).toBe('open')
  return { place, holder }
}

test('a second process on the same folder ends at once and names the first', async () => {
  const { place, holder } = await held()
  const second = start(place, {})
  expect(await second.ended).toBe(75)
  expect(second.lines).toHaveLength(1)
  expect(second.lines[0]).toContain(`${place.dataDir} is in use by process ${holder.child.pid} on `)
  expect(second.lines[0]).toMatch(/since 20\d\d-\d\d-\d\dT.*writer\.js/)
})

test('a second store in the same process is refused too, and the first goes on', async () => {
  const place = await newPlace('sqlite')
  const store = await place.open()
  await expect(openStore(place)).rejects.toThrow(DataDirHeld)
  await expect(openStore(place)).rejects.toThrow(`process ${process.pid}`)
  await store.transaction(SUO, (tx) => tx.append([entry()]))
})

test('the folder is free after the holder was killed, whatever its papers still say', async () => {
  const { place, holder } = await held({ writers: 2 })
  holder.child.kill('SIGKILL')
  expect(await holder.ended).toBe('SIGKILL')
  expect(existsSync(join(place.dataDir, 'lock-holder.json'))).toBe(true)
  // The pid was given to a process that lives: this one.
  writeFileSync(
    join(place.dataDir, 'lock-holder.json'),
    JSON.stringify({ pid: process.pid, host: 'x', since: '', command: '' }),
  )
  const store = await place.open()
  expect(await store.verify(SUO)).toMatchObject({ ok: true })
})

test('SIGTERM ends it with 0, everything in one file, and the folder free', async () => {
  const { place, holder } = await held()
  holder.child.kill('SIGTERM')
  expect(await holder.ended).toBe(0)
  expect(['gridkeeper.db-wal', 'lock-holder.json'].filter((name) => existsSync(join(place.dataDir, name)))).toEqual([])
  await place.open()
})

test('a folder that cannot be made is named', async () => {
  const place = await newPlace('sqlite')
  const file = join(place.dataDir, 'file')
  writeFileSync(file, '')
  await expect(openStore({ dataDir: join(file, 'data') })).rejects.toThrow(
    `The data folder ${file}/data cannot be written`,
  )
})

onPostgres((place) => {
  test('two processes share one PostgreSQL', async () => {
    const shared = await place()
    const stores = [await shared.open(), await shared.open()]
    for (const store of stores) await store.transaction(SUO, (tx) => tx.append([entry()]))
    expect((await stores[0]?.head(SUO))?.seq).toBe(2)
  })
})
