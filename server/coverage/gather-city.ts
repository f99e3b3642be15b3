import type { DraftItem } from '../contract/draft.ts'
import type { CoverageSet } from '../contract/rule.ts'
import { inSlices } from '../http/in-slices.ts'
import type { CityGround } from '../insight/coverage/coverage-task.ts'
import type { CoverageNeeds } from './coverage-needs.ts'
import { gatherBlocks, gatherThings, gatherWays } from './gather-ground.ts'
import type { LaidStreets } from './street-book.ts'
import { type NamedThings, withDraft } from './with-draft.ts'

/** A city ready to be handed to a thread, and what names what comes back. */
export interface GatheredCity {
  ground: CityGround
  laid: LaidStreets
  /** By layer. */
  named: ReadonlyMap<string, NamedThings>
  blockOf(block: number): { id: string; name: string }
}

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Reads what the sets are about, a layer at a time, so that other requests are answered meanwhile. */
export async function gatherCity(
  { memory, roads, streets, now }: CoverageNeeds,
  sets: readonly CoverageSet[],
  items: readonly DraftItem[],
): Promise<GatheredCity> {
  const nowMs = now().getTime()
  const laid = await streets.now()
  const named = new Map<string, NamedThings>()
  for (const set of sets) {
    await breathe()
    const gathered = gatherThings(memory, set)
    if (gathered) named.set(set.layer, withDraft(gathered, items, { rules: set.rules, nowMs }))
  }
  await breathe()
  const { blocks, columns } = gatherBlocks(memory)
  const walks = sets.some(({ rules }) => rules.some(({ measure }) => measure === 'walk'))
  const ground: CityGround = {
    ...{ origin: laid.origin, streets: laid.streets, areas: laid.areas, blocks, nowMs },
    gridStretches: laid.town && (await inSlices(laid.town.all())),
    things: Object.fromEntries([...named].map(([layer, { things }]) => [layer, things])),
    ways: walks ? gatherWays(roads.net(), roads.speeds.closed) : undefined,
  }
  const blockOf = (block: number) => ({ id: columns?.idOf(block) ?? '', name: columns?.nameOf(block) ?? '' })
  return { ground, laid, named, blockOf }
}
