import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { BadDataKey, openKeys } from '../../../server/store/open-keys.ts'
import { CannotUnseal, keysOf } from '../../../server/store/seal.ts'

const key = (fill: number) => Buffer.alloc(32, fill)
const at = { city: '540626', table: 'complainants', id: 'report-1' }
const plain = Buffer.from('{"name":"张三"}')

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'gridkeeper-keys-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

test('what is sealed opens where it was sealed, and nowhere else', () => {
  const keys = keysOf([key(1)])
  const sealed = keys.seal(plain, at)
  expect(keys.unseal(keys.id, sealed, at)).toEqual(plain)
  for (const elsewhere of [{ city: '350104' }, { table: 'photo_originals' }, { id: 'report-2' }])
    expect(() => keys.unseal(keys.id, sealed, { ...at, ...elsewhere })).toThrow(CannotUnseal)
})

test('one changed bit, a cut, or another key is told', () => {
  const keys = keysOf([key(1)])
  const sealed = keys.seal(plain, at)
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = Buffer.from(sealed)
    changed[index] = (changed[index] ?? 0) ^ 1
    expect(() => keys.unseal(keys.id, changed, at), `byte ${index}`).toThrow(CannotUnseal)
  }
  for (const length of [0, 1, 12, 27, sealed.length - 1])
    expect(() => keys.unseal(keys.id, sealed.subarray(0, length), at), `${length} bytes`).toThrow(CannotUnseal)
  expect(() => keysOf([key(2)]).unseal(keys.id, sealed, at)).toThrow(CannotUnseal)
})

test('the same twice is sealed to other bytes', () => {
  const keys = keysOf([key(1)])
  expect(keys.seal(plain, at)).not.toEqual(keys.seal(plain, at))
})

test('after a change of keys the old one still opens, and no longer seals', () => {
  const old = keysOf([key(1)])
  const both = keysOf([key(2), key(1)])
  const sealed = old.seal(plain, at)
  expect(both.unseal(old.id, sealed, at)).toEqual(plain)
  expect(both.id).not.toBe(old.id)
  expect(() => old.unseal(both.id, both.seal(plain, at), at)).toThrow(CannotUnseal)
})

test('the first start makes a key that only its user reads, the next start reads the same', () => {
  const dataDir = join(folder(), 'deep', 'data')
  const made: string[] = []
  const first = openKeys({ dataDir, dataKey: undefined }, (file) => made.push(file))
  const file = join(dataDir, 'data.key')
  expect(made).toEqual([file])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toHaveLength(32)
  expect(openKeys({ dataDir, dataKey: undefined }, (again) => made.push(again)).id).toBe(first.id)
  expect(made).toHaveLength(1)
})

test('a key file that others can read, or that holds no key, is not used', () => {
  const dataDir = folder()
  openKeys({ dataDir, dataKey: undefined })
  const file = join(dataDir, 'data.key')
  chmodSync(file, 0o640)
  expect(() => openKeys({ dataDir, dataKey: undefined })).toThrow(/chmod 600/)
  chmodSync(file, 0o600)
  writeFileSync(file, '\n')
  expect(() => openKeys({ dataDir, dataKey: undefined })).toThrow(BadDataKey)
  writeFileSync(file, 'c2hvcnQ=\n')
  expect(() => openKeys({ dataDir, dataKey: undefined })).toThrow(/32 bytes/)
})

test('a key of the setting is used, and no file is made', () => {
  const dataDir = folder()
  const dataKey = `${key(2).toString('base64')},${key(1).toString('base64')}`
  const keys = openKeys({ dataDir, dataKey })
  expect(keys.id).toBe(keysOf([key(2)]).id)
  expect(keys.ids).toContain(keysOf([key(1)]).id)
  expect(() => statSync(join(dataDir, 'data.key'))).toThrow()
})
