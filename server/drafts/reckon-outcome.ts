import type { DataQuality, GapFeature } from '../contract/coverage.ts'
import type { DraftItem, DraftOutcome } from '../contract/draft.ts'
import type { Bbox } from '../contract/geo.ts'
import type { CoverageRule, CoverageSet } from '../contract/rule.ts'
import { gapFeature } from '../coverage/describe-run.ts'
import { gatherThings, type Picture } from '../coverage/gather-ground.ts'
import type { LaidStreets } from '../coverage/street-book.ts'
import { withDraft } from '../coverage/with-draft.ts'
import { type CheckedSide, checkSide, ruleFor, SidePlaces, sidesFor } from '../insight/coverage/check-roads.ts'
import { sectionOf } from '../insight/coverage/cross-streets.ts'
import { placeOn } from '../insight/coverage/draw-gap.ts'
import { isIn } from '../insight/coverage/grid-ground.ts'
import { type Standing, standAlong } from '../insight/coverage/stand-along.ts'
import type { Part } from '../insight/coverage/street-map.ts'
import { checkedMetres, gapMetres, passShare } from '../insight/coverage/summarise.ts'
import { countedThings, goodThings, type Things } from '../insight/coverage/things.ts'

/** As a look over the city does where nobody says otherwise. */
const TOLERANCE_METRES = 6

/** A part of a road before and after, by one set of rules. */
interface PartOutcome {
  part: Part
  rule: CoverageRule
  before: CheckedSide[]
  after: CheckedSide[]
  features: GapFeature[]
}

/** What was reckoned before, so that an edit costs the roads that it touches. */
export class OutcomeMemory {
  readonly #known = new Map<string, PartOutcome>()

  of(key: string, reckon: () => PartOutcome): { outcome: PartOutcome; isNew: boolean } {
    const known = this.#known.get(key)
    if (known) return { outcome: known, isNew: false }
    const outcome = reckon()
    if (this.#known.size >= MOST_KNOWN) this.#known.delete(this.#known.keys().next().value ?? '')
    this.#known.set(key, outcome)
    return { outcome, isNew: true }
  }
}

const MOST_KNOWN = 4_000

export interface OutcomeNeeds {
  memory: Picture
  laid: LaidStreets
  known: OutcomeMemory
  /** How good the data about a thing has to be for it to count; what is drawn counts always. */
  quality: DataQuality
  nowMs: number
}

/** What a draft changes along the roads that it touches. Things of layers that are served by way or distance are not reckoned here: that is a look
 *  over the city with the draft. */
export function reckonOutcome(
  { version, items }: { version: number; items: readonly DraftItem[] },
  sets: readonly CoverageSet[],
  needs: OutcomeNeeds,
): DraftOutcome {
  const begun = performance.now()
  const since = tellsAge(needs.quality) ? Math.floor(needs.nowMs / HOUR_MS) : 0
  const busy = new Set<string>()
  const found: { set: CoverageSet; outcome: PartOutcome }[] = []
  let reckonedRoads = 0
  for (const set of sets) {
    const own = items.filter(({ layer }) => layer === set.layer)
    for (const [part, touching] of touchedParts(own, set, needs.laid)) {
      for (const { id } of touching) busy.add(id)
      const tag = needs.memory.layer(set.layer)?.tag ?? ''
      const by = [set.id, set.version, needs.quality, since]
      const key = JSON.stringify([...by, needs.laid.tag, part.index, tag, touching])
      const { outcome, isNew } = needs.known.of(key, () => reckonPart(part, set, touching, needs))
      if (isNew) reckonedRoads++
      found.push({ set, outcome })
    }
  }
  return {
    version,
    rules: sets.flatMap((set) =>
      set.rules.flatMap((rule) => {
        const its = found.filter(({ outcome }) => outcome.rule === rule).map(({ outcome }) => outcome)
        if (its.length === 0) return []
        const [before, after] = [its.flatMap((one) => one.before), its.flatMap((one) => one.after)].map(figuresOf)
        if (!before || !after) return []
        const gainedMetres = centimetres(before.gapMetres - after.gapMetres)
        return [{ setId: set.id, ruleId: rule.id, layer: set.layer, before, after, gainedMetres }]
      }),
    ),
    roads: found.map(({ set, outcome: { part, rule, before, after } }) => {
      const [beforeMetres, afterMetres] = [figuresOf(before).gapMetres, figuresOf(after).gapMetres]
      return {
        ...{ roadId: part.street.id, road: part.street.name, ruleId: rule.id, layer: set.layer },
        part: part.line,
        ...{ beforeMetres, afterMetres, gainedMetres: centimetres(beforeMetres - afterMetres) },
      }
    }),
    gaps: { type: 'FeatureCollection', features: found.flatMap(({ outcome }) => outcome.features) },
    idle: items.filter(({ id }) => !busy.has(id)).map(({ id }) => id),
    reckonedRoads,
    ms: Math.round((performance.now() - begun) * 10) / 10,
  }
}

/** Ages are of days: within an hour none is taken for another. */
const HOUR_MS = 3_600_000
const tellsAge = ({ maxAgeDays }: DataQuality): boolean => maxAgeDays !== undefined

const centimetres = (metres: number): number => Math.round(metres * 100) / 100

function figuresOf(sides: readonly CheckedSide[]): { gapMetres: number; gaps: number; passShare: number | null } {
  const missing = sides.reduce((sum, side) => sum + gapMetres(side.gaps), 0)
  const checked = checkedMetres(sides)
  const gaps = sides.reduce((sum, side) => sum + side.gaps.length, 0)
  return { gapMetres: centimetres(missing), gaps, passShare: passShare(checked, missing) }
}

/** The parts that an item stands along, or stood along, where a rule holds; with those items. */
function touchedParts(
  items: readonly DraftItem[],
  set: CoverageSet,
  { map, town }: LaidStreets,
): Map<Part, DraftItem[]> {
  const holds = ({ part: index, alongMetres }: Standing): boolean => {
    const part = map.parts[index]
    const rule = part && ruleFor(set.rules, part.street)
    if (!part || !rule) return false
    return !rule.within || !town || isIn(town.of(part), alongMetres)
  }
  const touched = new Map<Part, DraftItem[]>()
  for (const item of items) {
    const places = [...(item.kind === 'new' ? [] : [item.from]), ...(item.kind === 'removed' ? [] : [item.at])]
    const parts = new Set(
      places.flatMap((at) =>
        standAlong(map, ...map.toPlane(at), TOLERANCE_METRES)
          .filter(holds)
          .map(({ part }) => map.parts[part]),
      ),
    )
    for (const part of parts) if (part) touched.set(part, [...(touched.get(part) ?? []), item])
  }
  return touched
}

function reckonPart(
  part: Part,
  set: CoverageSet,
  items: readonly DraftItem[],
  { memory, laid, quality, nowMs }: OutcomeNeeds,
): PartOutcome {
  const rule = ruleFor(set.rules, part.street)
  const gathered = gatherThings(memory, set, boxesOf(part, laid))
  if (!rule || !gathered) throw new RangeError(`no rule of ${set.id} is about ${part.street.name}`)
  const drawn = withDraft(gathered, items, { rules: set.rules, nowMs })
  const check = (things: Things): CheckedSide[] => checkPart(part, rule, { things, quality, nowMs }, laid)
  const [before, after] = [check(gathered.things), check(drawn.things)]
  const features = after.flatMap((side) =>
    side.gaps.flatMap((gap) => {
      const area = laid.areaAt(...placeOn(part, (gap.from + gap.to) / 2, side.side * part.halfWidth), -1)
      const section = sectionOf(laid.crossings[part.index] ?? [], gap)
      const raw = { ...gap, ...section, area, rule: set.rules.indexOf(rule), part: part.index, side: side.side }
      return gapFeature(raw, set, laid, drawn.idOf)
    }),
  )
  return { part, rule, before, after, features }
}

function checkPart(
  part: Part,
  rule: CoverageRule,
  { things, quality, nowMs }: { things: Things; quality: DataQuality; nowMs: number },
  { map, town }: LaidStreets,
): CheckedSide[] {
  const counted = countedThings(things, rule)
  const { good } = goodThings(things, quality, nowMs)
  const rules: (CoverageRule | undefined)[] = []
  rules[part.index] = rule
  const places = new SidePlaces(map, TOLERANCE_METRES)
  for (let thing = 0; thing < things.count; thing++) {
    if (!counted[thing] || !good[thing]) continue
    const [x, y] = map.toPlane([things.lng[thing] as number, things.lat[thing] as number])
    places.add(thing, x, y, rules, () => true)
  }
  const inGrids = town?.of(part)
  return sidesFor(rule).map((side) => checkSide(part, side, rule, { found: places.of(part.index, side), inGrids }))
}

/** A box for every segment would cost more to look up than the few things too many that a larger one holds. */
const BOX_METRES = 150

/** Where things that stand along a part can be, some stretches at a time. */
function boxesOf({ along, points, halfWidth }: Part, { map }: LaidStreets): Bbox[] {
  const reach = halfWidth + TOLERANCE_METRES + 1
  const boxes: Bbox[] = []
  for (let first = 0; first + 1 < along.length; ) {
    let last = first + 1
    while (last + 1 < along.length && (along[last + 1] as number) - (along[first] as number) <= BOX_METRES) last++
    const [xs, ys] = [0, 1].map((axis) =>
      Array.from({ length: last - first + 1 }, (_, i) => points[(first + i) * 2 + axis] as number),
    ) as [number[], number[]]
    const [west, south] = map.toPlace(Math.min(...xs) - reach, Math.min(...ys) - reach)
    const [east, north] = map.toPlace(Math.max(...xs) + reach, Math.max(...ys) + reach)
    boxes.push([west, south, east, north])
    first = last
  }
  return boxes
}
