import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { CodeRegistry } from '../contract/code-registry.ts'
import { Layer } from '../contract/layer.ts'
import { faultsOfCatalogue, type LayerFile } from './check-catalogue.ts'
import { faultsOfLayer } from './check-layer.ts'
import { DataError, type DataFault } from './data-error.ts'
import type { RuleIds } from './load-rules.ts'
import { readCheckedJson } from './read-checked-json.ts'

const GROUPS: readonly Layer['group'][] = Layer.shape.group.options

/** The layers in `folder`, one `<id>.json` each, in the order of their groups and of their places in them. Other files are
 *  left alone. Throws DataError with every fault of every file, by file and path. */
export async function loadCatalogue(folder: string, codes: CodeRegistry, rules: RuleIds): Promise<Layer[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  const files: LayerFile[] = []
  const faults: DataFault[] = []
  for (const file of names) {
    const read = await readCheckedJson(join(folder, file), Layer)
    faults.push(...read.faults)
    if (!read.value) continue
    files.push({ file, layer: read.value })
    faults.push(...faultsOfLayer(read.value).map((fault) => ({ file, ...fault })))
  }
  faults.push(...faultsOfCatalogue(files, codes, rules))
  if (faults.length > 0) throw new DataError(faults)
  return files.map(({ layer }) => layer).sort(byPlace)
}

const byPlace = (a: Layer, b: Layer) =>
  GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || a.order - b.order || (a.id < b.id ? -1 : 1)
