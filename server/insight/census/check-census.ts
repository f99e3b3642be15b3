import type { FieldValue } from '../../contract/asset.ts'
import type { CensusFault, CensusFaultKind, CensusQuality, CensusRules } from '../../contract/census.ts'
import { type Spot, TwinIndex } from './find-twins.ts'

/** A thing as the census wrote it down. */
export interface CensusThing extends Spot {
  layer: string
  name: string
  /** A point, and so comparable with others by its place. */
  point: boolean
  fields: Readonly<Record<string, FieldValue>>
}

export interface CensusFrame {
  area: string
  /** Whether a place is in a unit grid; null: there are none. */
  inGrid: ((lng: number, lat: number) => boolean) | null
  /** Keys by layer, of the catalogue and of the rules together. */
  mandatory: ReadonlyMap<string, readonly string[]>
  rules: Pick<CensusRules, 'duplicateMetres' | 'stacked' | 'gridless'>
}

export type CensusFound = Pick<CensusQuality, 'things' | 'faulty' | 'counts' | 'layers' | 'faults'>

const KINDS: readonly CensusFaultKind[] = ['duplicate', 'outside-grid', 'missing-field', 'wrong-area']

/** 普查质量 (P16): what was written down twice, stands in no grid, lacks a field or carries another area's code. Of a cluster of n one is the thing and
 *  n − 1 are duplicates. Yields after every thing looked at, so that whoever runs it can let others pass in between.
 *  @param most faults of each kind that are told one by one; all are counted */
export function* checkCensus(
  things: Iterable<CensusThing>,
  frame: CensusFrame,
  most: number,
): Generator<void, CensusFound> {
  const { stacked } = frame.rules
  const all: CensusThing[] = []
  let twins: TwinIndex | undefined
  for (const thing of things) {
    all.push(thing)
    twins ??= new TwinIndex(frame.rules.duplicateMetres, thing.location[1])
    if (thing.point && !stacked.includes(thing.layer)) twins.add(thing)
    yield
  }
  const layers = new Map<string, CensusFound['layers'][number]>()
  const whole = { things: all.length, faulty: 0, counts: noFaults(frame) }
  const told = new Map(KINDS.map((kind): [CensusFaultKind, CensusFault[]] => [kind, []]))
  for (const thing of all) {
    const layer = layers.get(thing.layer) ?? { layer: thing.layer, things: 0, faulty: 0, counts: noFaults(frame) }
    layers.set(thing.layer, layer)
    layer.things++
    const twin = thing.point && !stacked.includes(thing.layer) ? twins?.twinOf(thing) : undefined
    const faults = faultsOf(thing, twin, frame)
    for (const fault of faults) {
      for (const sum of [whole.counts, layer.counts]) sum[fault.kind] = (sum[fault.kind] ?? 0) + 1
      const list = told.get(fault.kind)
      if (list && list.length < most) list.push(fault)
    }
    if (faults.length > 0) {
      whole.faulty++
      layer.faulty++
    }
    yield
  }
  const faults = [...told.values()].flatMap((list) => list.sort(inOrder))
  return { ...whole, layers: [...layers.values()], faults }
}

/** Down to the centimetre: what is nearer than a metre never reads as one. */
const floorCm = (metres: number): number => Math.floor(metres * 100 + 1e-6) / 100

const inOrder = (a: CensusFault, b: CensusFault): number =>
  a.layer < b.layer ? -1 : a.layer > b.layer ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

function faultsOf(
  { id, layer, name, location, fields }: CensusThing,
  twin: { id: string; metres: number } | undefined,
  { area, inGrid, mandatory, rules }: CensusFrame,
): CensusFault[] {
  const faults: CensusFault[] = []
  const add = (kind: CensusFaultKind, more: Partial<CensusFault> = {}): void => {
    faults.push({ ...{ kind, id, layer, name, location, twin: null, metres: null, field: null }, ...more })
  }
  if (twin) add('duplicate', { twin: twin.id, metres: floorCm(twin.metres) })
  if (inGrid && !rules.gridless.includes(layer) && !inGrid(...location)) add('outside-grid')
  for (const field of mandatory.get(layer) ?? []) {
    const value = fields[field]
    if (value === undefined || value === null || (typeof value === 'string' && value.trim() === ''))
      add('missing-field', { field })
  }
  if (!id.startsWith(area)) add('wrong-area')
  return faults
}

const noFaults = ({ inGrid }: CensusFrame): CensusFound['counts'] => ({
  duplicate: 0,
  'outside-grid': inGrid ? 0 : null,
  'missing-field': 0,
  'wrong-area': 0,
})
