import { access, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DataError } from '../../catalogue/data-error.ts'
import { readCheckedJson } from '../../catalogue/read-checked-json.ts'
import { PlacementRules } from '../../contract/placement.ts'
import { Responsibility } from '../../contract/responsibility.ts'

/** The rules by which cases find their place, and the city's table of responsibility. */
export interface LoadedPlacement {
  rules: PlacementRules
  responsibility: Responsibility | null
}

/** The bureau's own table, `responsibility.json` in its data folder, goes before the one that is shipped with a demo city of that area code.
 *  @param folders `shipped`: the repository's data/; `own`: DATA_DIR. Throws DataError with every fault. */
export async function loadPlacement(
  area: string,
  { shipped, own }: { shipped: string; own: string },
): Promise<LoadedPlacement> {
  const rules = await readCheckedJson(join(shipped, 'rules/placement.json'), PlacementRules)
  if (!rules.value) throw new DataError(rules.faults)
  const ours = await readTable(join(own, 'responsibility.json'))
  if (ours && area !== ours.area && area !== NO_AREA)
    throw new DataError([
      { file: 'responsibility.json', path: 'area', message: `it is of ${ours.area}, the city is ${area}` },
    ])
  return { rules: rules.value, responsibility: ours ?? (await shippedTable(area, join(shipped, 'cities'))) }
}

/** Stands for a city while the store has none. */
const NO_AREA = '000000'

async function shippedTable(area: string, cities: string): Promise<Responsibility | null> {
  if (!(await exists(cities))) return null
  for (const city of await readdir(cities)) {
    const table = await readTable(join(cities, city, 'responsibility.json'))
    if (table?.area === area) return table
  }
  return null
}

async function readTable(path: string): Promise<Responsibility | null> {
  if (!(await exists(path))) return null
  const { value, faults } = await readCheckedJson(path, Responsibility)
  if (!value) throw new DataError(faults)
  return value
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
