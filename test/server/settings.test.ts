import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { BadSetting, Environment, readSettings } from '../../server/settings.ts'

const example = Object.fromEntries(
  readFileSync('.env.example', 'utf8')
    .split('\n')
    .filter((line) => /^\w+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
)

test('.env.example names every setting, with its standard', () => {
  expect(Object.keys(example).sort()).toEqual(Object.keys(Environment.shape).sort())
  expect(readSettings(example)).toEqual(readSettings({}))
})

test('every setting in .env.example is explained in both languages', () => {
  const text = readFileSync('.env.example', 'utf8')
  for (const name of Object.keys(example)) {
    const above =
      text
        .slice(0, text.indexOf(`\n${name}=`))
        .split('\n\n')
        .at(-1) ?? ''
    expect(above, name).toMatch(/^# .*[a-z]/)
    expect(above, name).toMatch(/[\u4e00-\u9fff]/)
  }
})

test('what cannot be used is told by name, all at once', () => {
  const bad = {
    PORT: '99999',
    DATABASE_URL: 'mysql://x',
    CITY: '12',
    LOG_LEVEL: 'loud',
    BASEMAP: 'map.mbtiles',
    PUBLIC_URL: 'map',
    WRITE_KEY: 'too-short-for-a-key-of-32-chars',
  }
  const refusal = (() => {
    try {
      return readSettings(bad)
    } catch (error) {
      return error
    }
  })()
  expect(refusal).toBeInstanceOf(BadSetting)
  for (const name of Object.keys(bad)) expect((refusal as BadSetting).message).toContain(`${name}=`)
})

test('a setting that holds a password or is a key is not repeated', () => {
  for (const environment of [{ DATABASE_URL: 'mysql://root:hunter2@x/y' }, { WRITE_KEY: 'hunter2' }]) {
    expect(() => readSettings(environment)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    )
  }
})

test('a key to write with is at least 32 characters that a header can carry', () => {
  const writeKey = 'k'.repeat(32)
  expect(readSettings({ WRITE_KEY: writeKey })).toMatchObject({ writeKey })
  expect(readSettings({ WRITE_KEY: '' }).writeKey).toBeUndefined()
  for (const WRITE_KEY of ['k'.repeat(31), `${writeKey} `, '钥'.repeat(32)])
    expect(() => readSettings({ WRITE_KEY })).toThrow(BadSetting)
})
