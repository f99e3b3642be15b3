import type { Case } from '../../contract/case.ts'
import type { CircuitFault } from '../../contract/circuit-fault.ts'
import { findCircuitFaults, type Wiring } from './circuit-faults.ts'
import { openCases } from './place-case-store.ts'
import type { PlacementNeeds } from './place-report.ts'
import { layersOfCodes } from './snap-asset.ts'

/** Dark lamps that were reported longer ago are looked into one by one. */
const LOOK_BACK_DAYS = 30

/** Circuits that are out at an instant by the lamps' open cases that the asker may see. */
export async function listCircuitFaults(
  at: string,
  { memory, rules, city, db, scope }: Omit<PlacementNeeds, 'responsibility'>,
): Promise<CircuitFault[]> {
  const from = Date.parse(at) - LOOK_BACK_DAYS * 86_400_000
  const cases = await openCases(db, city, { codes: rules.circuits.lamps, from, scope })
  return findCircuitFaults(cases, wiringOfLamps(cases, { memory, rules }), rules.circuits)
}

/** What the lamps of these cases hang on, by the id of the lamp. */
export function wiringOfLamps(
  cases: readonly Pick<Case, 'assetId'>[],
  { memory, rules }: Pick<PlacementNeeds, 'memory' | 'rules'>,
): Map<string, Wiring> {
  const layers = layersOfCodes(rules.circuits.lamps, memory)
  const wiring = new Map<string, Wiring>()
  for (const { assetId } of cases) {
    if (assetId === null || wiring.has(assetId)) continue
    for (const layer of layers) {
      const { circuit, cabinet } = layer.get(assetId)?.fields ?? {}
      if (typeof circuit === 'string' && circuit !== '')
        wiring.set(assetId, { circuit, cabinet: typeof cabinet === 'string' ? cabinet : null })
    }
  }
  return wiring
}
