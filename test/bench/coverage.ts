import highsLoader from 'highs'
import { makeCangshan } from '../../data/cities/cangshan/make-cangshan.ts'
import { loadCatalogue } from '../../server/catalogue/load-catalogue.ts'
import { loadRules } from '../../server/catalogue/load-rules.ts'
import { type CityMemory, openCity } from '../../server/city/city.ts'
import { loadCodes } from '../../server/codes/load-codes.ts'
import type { Asset } from '../../server/contract/asset.ts'
import { registryOf } from '../../server/contract/code-registry.ts'
import type { DraftItem } from '../../server/contract/draft.ts'
import type { CoverageSet } from '../../server/contract/rule.ts'
import {
  gatherAreas,
  gatherBlocks,
  gatherStreets,
  gatherThings,
  gatherWays,
  originOf,
} from '../../server/coverage/gather-ground.ts'
import { StreetBook } from '../../server/coverage/street-book.ts'
import { OutcomeMemory, reckonOutcome } from '../../server/drafts/reckon-outcome.ts'
import { coverCity } from '../../server/insight/coverage/cover-city.ts'
import type { CityGround } from '../../server/insight/coverage/coverage-task.ts'
import { placeOn } from '../../server/insight/coverage/draw-gap.ts'
import type { Part } from '../../server/insight/coverage/street-map.ts'
import type { Words } from '../../server/insight/coverage/things.ts'
import { toTheEnd } from '../../server/insight/steps/to-the-end.ts'
import { buildNet } from '../../server/roads/build-net.ts'
import { DATA } from '../../server/root.ts'
import { comparedWithBest } from '../server/insight/coverage/made-covers.ts'
import { heldTo, type SizedRun } from './coverage/limits.ts'
import { served } from './coverage/served.ts'

/** 仓山 in memory, and what of it coverage is reckoned from. */
async function ground() {
  const codes = registryOf(await loadCodes(`${DATA}/codes`))
  const rules = await loadRules(`${DATA}/rules`)
  const layers = await loadCatalogue(`${DATA}/catalogue`, codes, rules)
  const made = makeCangshan().assets
  const since = {
    sourceCrs: 'WGS84',
    source: 'made:cangshan',
    changedAt: '2026-11-01T08:00:00+08:00',
    edition: '',
  } as const
  const memory = openCity(layers)
  for (const { id } of layers)
    await memory.load(
      id,
      made.filter(({ layer }) => layer === id).map((one): Asset => ({ ...one, ...since })),
    )
  return { memory, rules, assets: made.length }
}

/** The things west of a meridian. */
function mapThings(all: CityGround['things'], until: number): CityGround['things'] {
  return Object.fromEntries(
    Object.entries(all).map(([layer, of]) => {
      const kept = [...of.lng.keys()].filter((thing) => (of.lng[thing] as number) <= until)
      const words = ({ words, of: own }: Words): Words => ({
        words,
        of: Uint16Array.from(kept, (thing) => own[thing] as number),
      })
      const numbers = (own: Float64Array): Float64Array => Float64Array.from(kept, (thing) => own[thing] as number)
      const fields = Object.fromEntries(Object.entries(of.fields).map(([key, own]) => [key, words(own)]))
      const columns = { lng: numbers(of.lng), lat: numbers(of.lat), changedMs: numbers(of.changedMs), fields }
      const texts = { status: words(of.status), source: words(of.source), accuracy: words(of.accuracy) }
      return [layer, { layer: of.layer, count: kept.length, ...columns, ...texts }]
    }),
  )
}

/** How long one more move takes in a draft that grows to 240 of them, along the longest roads; ms. */
async function whatIf(memory: CityMemory, sets: readonly CoverageSet[]) {
  const book = new StreetBook(memory)
  const begun = performance.now()
  const laid = await book.now()
  const layMs = performance.now() - begun
  const known = new OutcomeMemory()
  const needs = { memory, laid, known, quality: {}, nowMs: 0 }
  const standing = sets.filter(({ standing }) => standing)
  const longest = laid.map.parts.toSorted((a, b) => b.length - a.length)
  const bins = memory.layer('bins')
  const items: DraftItem[] = []
  const took: number[] = []
  for (let i = 0; i < 240; i += 1) {
    const part = longest[i]
    const near = part && bins?.nearest(laid.map.toPlace(...placeOn(part, part.length / 2, part.halfWidth)), 1)[0]
    const asset = near && bins?.get(near.id)
    if (!part || asset?.geometry.type !== 'Point') continue
    const [from, to] = [
      asset.geometry.coordinates,
      laid.map.toPlace(...placeOn(part, part.length / 2 + 60, part.halfWidth + 1)),
    ]
    items.push({ kind: 'moved', id: `i${i}`, layer: 'bins', assetId: asset.id, from, at: to })
    took.push(reckonOutcome({ version: i, items }, standing, needs).ms)
  }
  took.sort((a, b) => a - b)
  const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  const figures = { moves: took.length, layMs: Math.round(layMs), medianMs: at(0.5), p95Ms: at(0.95), mostMs: at(1) }
  return { ...figures, laid }
}

/** 50 made cities in which every choice of places was tried. */
async function optima() {
  const highs = await highsLoader()
  let [exact, worst] = [0, 1]
  for (let seed = 1; seed <= 50; seed += 1) {
    const { best, exact: found, greedy } = comparedWithBest(seed, highs)
    if (found?.gain === best && found.proved) exact += 1
    worst = Math.min(worst, greedy.gain / best)
  }
  return { cities: 50, exact, worstGreedyShare: Math.round(worst * 1_000) / 1_000 }
}

/** How long it takes to hold a district to all rules, on one core; at a third, two thirds and all of its roads. */
export async function coverage() {
  const { memory, rules, assets } = await ground()
  const gatherBegun = process.cpuUsage()
  const sets = rules.coverageSets
  const streets = gatherStreets(memory)
  const net = buildNet([...(memory.layer('roads')?.all() ?? [])])
  const whole = {
    ...{ streets, origin: originOf(streets), areas: gatherAreas(memory), blocks: gatherBlocks(memory).blocks },
    things: Object.fromEntries(
      sets.flatMap((set) => {
        const found = gatherThings(memory, {
          layer: set.layer,
          rules: sets.filter((one) => one.layer === set.layer).flatMap((one) => one.rules),
        })
        return found ? [[set.layer, found.things]] : []
      }),
    ),
    ways: gatherWays(net, ['closed']),
    nowMs: Date.parse('2026-11-22T08:00:00+08:00'),
  }
  const gathered = process.cpuUsage(gatherBegun)
  const { laid, ...moved } = await whatIf(memory, sets)
  console.table([moved])
  const rows: (SizedRun & { gaps: number })[] = []
  const stretchesOf = (parts: readonly Part[]) => parts.flatMap((part) => laid.town?.of(part) ?? [])
  const gridStretches = stretchesOf(laid.map.parts)
  const coverAll = (ground: CityGround) => toTheEnd(coverCity({ ground, sets, quality: {}, toleranceMetres: 6 }))
  coverAll({ ...whole, gridStretches })
  for (const share of [1 / 3, 2 / 3, 1]) {
    const [west, , east] = memory.layer('roads')?.bounds() ?? [0, 0, 0, 0]
    const until = west + (east - west) * share
    const some = streets.filter(({ lines }) => (lines[0]?.[0]?.[0] ?? 0) <= until)
    const kept = laid.map.parts.filter(({ street }) => some.some(({ id }) => id === street.id))
    const own = { things: mapThings(whole.things, until), gridStretches: stretchesOf(kept) }
    const ground = { ...whole, streets: some, ...own }
    const found = coverAll(ground)
    rows.push({
      roads: some.length,
      checkedKm: Math.round(found.rules.reduce((sum, one) => sum + one.checkedMetres, 0) / 1_000),
      gaps: found.gaps.length,
      cpuMs: found.cpuMs,
    })
    if (share === 1) {
      console.table(
        found.rules.map(({ ruleId, checkedMetres, leftOut, gapMetres, gaps, things, passShare, longestMetres }) => ({
          ruleId,
          checkedMetres,
          leftOutMetres: leftOut?.metres,
          gapMetres,
          gaps,
          things,
          passShare,
          longestMetres,
        })),
      )
      console.table(found.services)
      console.table(found.things)
    }
  }
  console.table(rows)
  const proved = await optima()
  console.table([proved])
  const onServer = await served()
  const { moves, stall } = onServer
  const limits = heldTo({ runs: rows, moveMs: moved.mostMs, servedMoveMs: moves.mostMs, stall, optima: proved })
  console.table(limits)
  return {
    assets,
    sets: sets.length,
    limits,
    moved,
    proved,
    onServer,
    gatherCpuMs: Math.round((gathered.user + gathered.system) / 1_000),
    rows,
  }
}
