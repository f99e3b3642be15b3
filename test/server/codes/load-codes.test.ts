import { appendFile, cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCodes } from '../../../server/codes/load-codes.ts'
import { DATA, freshFolder } from '../catalogue/catalogue-folder.ts'

/** The shipped code tables after a change to the folder. */
async function loadAfter(change: (folder: string) => Promise<void>) {
  const folder = await freshFolder()
  await cp(join(DATA, 'codes'), folder, { recursive: true })
  await change(folder)
  return loadCodes(folder)
}

test('national and local types come with their names in both languages', async () => {
  const { types } = await loadCodes(join(DATA, 'codes'))
  expect(types.find(({ kind, code }) => kind === 'matter' && code === '01037')).toEqual({
    kind: 'matter',
    code: '01037',
    name: { zh: '路灯异常', en: 'Streetlight problem' },
    edition: 'GB/T 47678.5-2026',
  })
  expect(types.find(({ code }) => code === 'L0503')).toMatchObject({ edition: 'local', name: { zh: '渗滤液监测井' } })
})

test('a bad row is named by file, line and column', async () => {
  const bad = loadAfter((folder) => appendFile(join(folder, 'local-extension.csv'), 'component,L99,L09,某,Some\n'))
  await expect(bad).rejects.toThrow(/^local-extension\.csv: row \d+: code: /)
})

test('a row with a cell too many is named', async () => {
  const bad = loadAfter((folder) => appendFile(join(folder, 'majors.csv'), 'local,component,L09,某,Some,U,more\n'))
  await expect(bad).rejects.toThrow(/majors\.csv: row \d+: Too many fields/)
})

test('a national code without an English name is refused', async () => {
  const nameless = loadAfter(async (folder) => {
    const path = join(folder, 'names-en.csv')
    await writeFile(path, (await readFile(path, 'utf8')).replace('component,01037,Streetlight\n', ''))
  })
  await expect(nameless).rejects.toThrow(/^gbt47678\.5-2026\.csv: row \d+: name\.en: /)
})

test('a local code whose major is not listed is refused', async () => {
  const bad = loadAfter((folder) => appendFile(join(folder, 'local-extension.csv'), 'component,L9901,L99,某,Some\n'))
  await expect(bad).rejects.toThrow('majors.csv: no major for the component L9901')
})

test('an area that stands twice is refused', async () => {
  const bad = loadAfter((folder) => appendFile(join(folder, 'areas.csv'), '540626,county,索县,Suo County,\n'))
  await expect(bad).rejects.toThrow('areas.csv: 1 rows repeat the key of another')
})
