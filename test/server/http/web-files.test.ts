import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { openWebFiles } from '../../../server/http/open-web-files.ts'
import { testCity } from '../../support/test-city.ts'

function builtPages(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gridkeeper-web-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>map</title>')
  writeFileSync(join(folder, 'assets/main-abc123.js'), 'export const a = 1\n'.repeat(200))
  writeFileSync(join(folder, 'secret.env'), 'no')
  return folder
}

test('the page is asked about every time, a file with a hash in its name never again', async () => {
  const city = await testCity({ webDir: builtPages() })
  const page = await city.get('/')
  expect([page.status, page.headers.get('Cache-Control')]).toEqual([200, 'no-cache'])
  expect(await page.text()).toContain('<title>map')
  const etag = page.headers.get('ETag') ?? ''
  expect((await city.get('/', { 'If-None-Match': etag })).status).toBe(304)
  const script = await city.get('/assets/main-abc123.js', { 'Accept-Encoding': 'gzip' })
  expect(script.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  expect(script.headers.get('Content-Encoding')).toBe('gzip')
  expect(gunzipSync(Buffer.from(await script.arrayBuffer())).toString()).toContain('export const a')
})

test('only what is built is served: no other kind of file, nothing outside, no page for a wrong address', async () => {
  const city = await testCity({ webDir: builtPages() })
  for (const path of ['/secret.env', '/..%2f..%2fpackage.json', '/assets/', '/assets/missing.js', '/wall/nothing']) {
    expect((await city.get(path)).status, path).toBe(404)
  }
})

test('before anything is built the page says what to do', async () => {
  const city = await testCity()
  const page = await city.get('/')
  expect(page.status).toBe(503)
  expect(await page.text()).toContain('npm run build')
})

test('a new build under the running server is given out by itself, and a file that it took away is not found', async () => {
  const folder = builtPages()
  let now = 0
  const fileAt = openWebFiles(folder, () => now)
  const before = fileAt('/index.html')?.etag
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>another map</title>')
  rmSync(join(folder, 'assets/main-abc123.js'))
  writeFileSync(join(folder, 'assets/main-def456.js'), 'export const a = 2')
  expect(fileAt('/assets/main-def456.js')).toBeUndefined()
  now = 1_000
  expect(fileAt('/assets/main-def456.js')?.type).toContain('javascript')
  expect(fileAt('/assets/main-abc123.js')).toBeUndefined()
  expect(fileAt('/index.html')?.etag).not.toBe(before)
  // Copied after the page, as the builder does with pictures.
  writeFileSync(join(folder, 'late.svg'), '<svg/>')
  now = 2_000
  expect(fileAt('/late.svg')).toBeDefined()
})

test('while a builder is at it nothing is a fault of the server: what it took away is not there', async () => {
  const folder = builtPages()
  const city = await testCity({ webDir: folder })
  rmSync(folder, { recursive: true })
  mkdirSync(folder)
  expect((await city.get('/assets/main-abc123.js')).status).toBe(404)
  expect((await city.get('/wall')).status).toBe(503)
})
