import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { assetsOfLayer } from '../../../../server/assets/asset-store.ts'
import { loadCatalogue } from '../../../../server/catalogue/load-catalogue.ts'
import { loadRules } from '../../../../server/catalogue/load-rules.ts'
import { loadCodes } from '../../../../server/codes/load-codes.ts'
import type { Asset } from '../../../../server/contract/asset.ts'
import { registryOf } from '../../../../server/contract/code-registry.ts'
import { runImport } from '../../../../server/gateways/import/run-import.ts'
import type { Store } from '../../../../server/store/store.ts'

export const CITY = '540626'

/** A person at the import command with an empty city before them. */
export interface ImportDesk {
  store: Store
  /** Runs `npm run import -- …words`; answers the exit code and everything that was said, in both languages. */
  run(...words: string[]): Promise<{ code: 0 | 1; zh: string; en: string }>
  file(name: string, content: string | Buffer): Promise<string>
  assets(layer: string): Promise<Asset[]>
  /** What the person answers when asked. */
  answer: boolean
}

export async function importDesk(store: Store): Promise<ImportDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'gridkeeper-import-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const registry = registryOf(await loadCodes('data/codes'))
  const layers = await loadCatalogue('data/catalogue', registry, await loadRules('data/rules'))
  let minute = 0
  const desk: ImportDesk = {
    store,
    answer: false,
    async run(...words) {
      const said: { zh: string[]; en: string[] } = { zh: [], en: [] }
      const say = ({ zh, en }: { zh: string; en: string }) => {
        said.zh.push(zh)
        said.en.push(en)
      }
      minute += 1
      const now = () => new Date(Date.UTC(2026, 10, 21, 2, minute)).toISOString()
      const speaker = { say, pass: () => {}, ask: async () => desk.answer }
      const code = await runImport(words, { store, city: CITY, layers, registry, now, speaker })
      return { code, zh: said.zh.join('\n'), en: said.en.join('\n') }
    },
    async file(name, content) {
      const path = join(folder, name)
      await writeFile(path, content)
      return path
    },
    async assets(layer) {
      const all: Asset[] = []
      for await (const page of assetsOfLayer(store.db, CITY, layer)) all.push(...page)
      return all
    },
  }
  return desk
}
