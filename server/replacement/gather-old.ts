import type { CityPicture } from '../city/city-picture.ts'
import { pointInside } from '../city/point-inside.ts'
import type { Replacement, ReplacementRules } from '../contract/replacement.ts'
import { dateOf, placeInTime } from '../contract/working-time.ts'
import { type Asking, followed } from '../http/ask-book.ts'
import { inSlices } from '../http/in-slices.ts'
import { type AgingThing, rankOldInSteps } from '../insight/replacement/rank-old.ts'
import type { Store } from '../store/store.ts'
import { faultsByThing } from './fault-store.ts'

export interface OldNeeds {
  area: string
  store: Pick<Store, 'db'>
  memory: Pick<CityPicture, 'layer'>
  now: () => Date
  rules: ReplacementRules
}

const MONTH_MS = 30.4375 * 86_400_000

/** What of these layers to replace first. @param limit of the rows that are listed; `total` counts all. Throws NobodyWaits when its signal
 *  says so. */
export async function listOld(
  { layers, limit, asking }: { layers: readonly string[]; limit: number; asking: Asking },
  { area, store, memory, now, rules }: OldNeeds,
): Promise<Replacement> {
  const asOf = now().toISOString()
  const faults = await faultsByThing(store.db, area, Date.parse(asOf) - rules.faultMonths * MONTH_MS)
  const aging = rules.layers.filter(({ layer }) => layers.includes(layer))
  function* things(): Generator<AgingThing> {
    for (const rule of aging)
      for (const thing of thingsOf(memory, rule)) yield { ...thing, faults: faults.get(thing.id) ?? 0 }
  }
  const count = aging.reduce((sum, { layer }) => sum + (memory.layer(layer)?.count ?? 0), 0)
  const all = followed(things(), asking, { count, to: 0.8 })
  const ranked = await inSlices(rankOldInSteps(all, dateOf(placeInTime(asOf).day), rules), asking.signal)
  const rows = ranked.rows.slice(0, limit)
  const costYuan = rows.reduce((sum, row) => sum + row.costYuan, 0)
  return { asOf, rows, total: ranked.rows.length, unknownAge: ranked.unknownAge, costYuan, rules }
}

/** As they are when it begins, whatever changes between two of them. */
function* thingsOf(
  memory: OldNeeds['memory'],
  rule: ReplacementRules['layers'][number],
): Generator<Omit<AgingThing, 'faults'>> {
  const layer = memory.layer(rule.layer)
  if (!layer) return
  const keys = [rule.ageField, ...(rule.costBy ? [rule.costBy.field] : [])]
  const { count, texts, idOf, nameOf, placeOf } = layer.things({ texts: keys })
  const isPoint = layer.definition.geometry === 'point'
  for (let thing = 0; thing < count; thing++) {
    const id = idOf(thing)
    const area = isPoint ? undefined : layer.get(id)
    const fields = Object.fromEntries(keys.map((key) => [key, texts[key]?.words[texts[key].of[thing] ?? 0]]))
    const location = area ? pointInside(area.geometry) : placeOf(thing)
    yield { id, layer: rule.layer, name: nameOf(thing), location, fields }
  }
}
