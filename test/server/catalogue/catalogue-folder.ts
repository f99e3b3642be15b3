import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { loadCatalogue } from '../../../server/catalogue/load-catalogue.ts'
import { loadRules } from '../../../server/catalogue/load-rules.ts'
import { loadCodes } from '../../../server/codes/load-codes.ts'
import { registryOf } from '../../../server/contract/code-registry.ts'
import type { Layer } from '../../../server/contract/layer.ts'

export const DATA = fileURLToPath(new URL('../../../data/', import.meta.url))

export const shippedCodes = async () => registryOf(await loadCodes(join(DATA, 'codes')))
export const shippedRules = () => loadRules(join(DATA, 'rules'))

/** A fresh folder that is gone after the test. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gridkeeper-catalogue-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** The shipped catalogue with these files beside or instead of its own, loaded. */
export async function loadWith(files: Record<string, unknown>): Promise<Layer[]> {
  const folder = await freshFolder()
  await cp(join(DATA, 'catalogue'), folder, { recursive: true })
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return loadCatalogue(folder, await shippedCodes(), await shippedRules())
}

/** A small layer that the shipped catalogue does not have; a test states only what matters. */
export const postBoxes = (differs: Record<string, unknown> = {}) => ({
  id: 'post-boxes',
  name: { zh: '邮筒', en: 'Post boxes' },
  group: 'roads',
  geometry: 'point',
  edition: 'GB/T 47678.5-2026',
  codes: [{ code: '01042' }],
  measure: { zh: '个', en: 'post box' },
  symbol: { icon: 'maki:post' },
  detailZoom: 15,
  statuses: [{ id: 'normal', name: { zh: '正常', en: 'In order' }, state: 'normal' }],
  fields: [
    { key: 'kind', name: { zh: '类别', en: 'Kind' }, type: 'choice', choices: [choice('wall'), choice('pillar')] },
  ],
  rules: {},
  ...differs,
})

export const choice = (id: string) => ({ id, name: { zh: '某类', en: id } })
