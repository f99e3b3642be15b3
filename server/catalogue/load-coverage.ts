import { join } from 'node:path'
import { z } from 'zod'
import { CoverageRule, CoverageSet } from '../contract/rule.ts'
import type { DataFault } from './data-error.ts'
import { readCheckedJson } from './read-checked-json.ts'

const ShippedSet = CoverageSet.omit({ rules: true, version: true, validFrom: true })
const FILE = 'coverage.json'
const SETS = 'coverage-sets.json'

export interface ShippedCoverage {
  rules: readonly CoverageRule[]
  sets: readonly CoverageSet[]
}

/** Rules about coverage in `folder`, and the sets that they stand in, in the order of their file; with every fault. */
export async function loadCoverage(
  folder: string,
): Promise<{ coverage: ShippedCoverage | undefined; faults: DataFault[] }> {
  const [rules, sets] = await Promise.all([
    readCheckedJson(join(folder, FILE), z.array(CoverageRule)),
    readCheckedJson(join(folder, SETS), z.array(ShippedSet)),
  ])
  if (!rules.value || !sets.value) return { coverage: undefined, faults: [...rules.faults, ...sets.faults] }
  const faults = [...faultsOf(rules.value, sets.value), ...repeated(FILE, rules.value), ...repeated(SETS, sets.value)]
  const full = sets.value.map((set) => ({
    ...{ ...set, version: 0, validFrom: null },
    rules: rules.value.filter((rule) => rule.set === set.id),
  }))
  return { coverage: { rules: rules.value, sets: full }, faults }
}

function faultsOf(rules: readonly CoverageRule[], sets: readonly z.infer<typeof ShippedSet>[]): DataFault[] {
  const strange = rules.flatMap(({ set, layer }, i): DataFault[] => {
    const its = sets.find(({ id }) => id === set)
    if (!its) return [{ file: FILE, path: `[${i}].set`, message: `there is no set "${set}"` }]
    if (its.layer !== layer)
      return [{ file: FILE, path: `[${i}].layer`, message: `the set "${set}" is about "${its.layer}"` }]
    return []
  })
  const empty = sets.flatMap(({ id }, i): DataFault[] =>
    rules.some(({ set }) => set === id) ? [] : [{ file: SETS, path: `[${i}]`, message: `"${id}" has no rules` }],
  )
  const twice = sets.flatMap(({ layer, standing }, i): DataFault[] =>
    standing && sets.slice(0, i).some((other) => other.standing && other.layer === layer)
      ? [{ file: SETS, path: `[${i}].standing`, message: `another set of "${layer}" stands already` }]
      : [],
  )
  return [...strange, ...empty, ...twice]
}

const repeated = (file: string, all: readonly { id: string }[]): DataFault[] =>
  all.flatMap(({ id }, i) =>
    all.findIndex((other) => other.id === id) < i ? [{ file, path: `[${i}].id`, message: `"${id}" stands twice` }] : [],
  )
