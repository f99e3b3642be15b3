import { type Random, random, shuffled } from '../../../town/random.ts'
import { dayOf } from '../clock.ts'
import type { CaseDraft } from '../draft-case.ts'
import { figure, reported } from '../figures-2024.ts'
import { HAZARDS, hazardAt } from '../hazards.ts'
import { type InspectionDraft, outing } from '../outing.ts'
import type { Town } from '../town.ts'
import { rounds } from '../venue-rounds.ts'
import { spreadOver, workingDays } from './spread.ts'
import { someOf, toldCase } from './told-case.ts'
import { moreThan } from './waste.ts'

interface Campaign {
  /** Kinds of visit on one outing, with the visits of the year. */
  visits: readonly (readonly [kind: string, count: number])[]
  outings: number
  /** Minute of the day at which an outing starts. */
  starts: readonly number[]
  minutesEach: readonly [number, number]
}

// What is found is rectified within the year.
const FIRST = dayOf('2024-01-03')
const LAST = dayOf('2024-12-05')
const MORNING = 555
const AFTERNOON = 885
const EVENING = 1190

const campaigns = (seed: number): Campaign[] => [
  {
    visits: [['internet-cafe', reported('internet-cafes')]],
    outings: 6,
    starts: [AFTERNOON, EVENING],
    minutesEach: [18, 30],
  },
  {
    visits: [['entertainment', reported('entertainment-venues')]],
    outings: 9,
    starts: [EVENING],
    minutesEach: [16, 28],
  },
  {
    visits: [
      ['bookshop', reported('bookshops')],
      ['publication-seller', reported('publication-sellers')],
      ['print-shop', reported('print-shops')],
    ],
    outings: 8,
    starts: [MORNING, AFTERNOON],
    minutesEach: [14, 24],
  },
  {
    visits: [['street-shop', moreThan(seed, 'street-shops')]],
    outings: 23,
    starts: [MORNING, AFTERNOON],
    minutesEach: [4, 7.5],
  },
  {
    visits: [
      ['petrol-station', reported('petrol-stations')],
      ['gas-station', reported('gas-stations')],
    ],
    outings: 8,
    starts: [MORNING],
    minutesEach: [22, 38],
  },
  { visits: [['gas-user', reported('gas-users')]], outings: 9, starts: [MORNING, AFTERNOON], minutesEach: [14, 26] },
]

/** The outings of 2024 with all that was counted on them, and the cases that were filed from them. */
export function inspectionsOf2024(town: Town, seed: number): { stops: InspectionDraft[]; cases: CaseDraft[] } {
  const dice = random(seed, '2024 inspections')
  const outings = campaigns(seed).flatMap((campaign) => outingsOf(town, campaign, dice))
  outings.push(eBikeNight(town, seed, dice), wasteRound(town, dice))
  const crews = crewsOf(reported('officer-turns'), outings.length, dice)
  outings.forEach(([first], i) => {
    if (first) first.officerTurns = crews[i] ?? 0
  })
  const stops = outings.flat()
  findHazards(stops, dice)
  return { stops, cases: fileCases(town, stops, dice) }
}

function outingsOf(town: Town, { visits, outings, starts, minutesEach }: Campaign, dice: Random): InspectionDraft[][] {
  const next = rounds(town)
  const parts = visits.map(([kind, count]) => ({ kind, counts: spreadEvenly(count, outings) }))
  return spreadOver(outings, workingDays(FIRST, LAST), dice).map((day, i) => {
    const stops = parts.flatMap(({ kind, counts }) => next(kind, counts[i] ?? 0))
    return outing(town, { day, start: dice.pick(starts) + dice.range(-12, 12), officers: 0, stops, minutesEach }, dice)
  })
}

/** Two to six officers an outing, `turns` in all. */
function crewsOf(turns: number, outings: number, dice: Random): number[] {
  const crews = spreadEvenly(turns, outings)
  for (let i = 0; i + 1 < crews.length; i += 2) {
    const more = dice.int(-1, 1)
    crews[i] = (crews[i] ?? 0) + more
    crews[i + 1] = (crews[i + 1] ?? 0) - more
  }
  return shuffled(crews, dice)
}

/** 35 over 9 is 4 4 4 4 4 4 4 4 3. */
const spreadEvenly = (count: number, parts: number): number[] =>
  Array.from({ length: parts }, (_, i) => Math.floor(((i + 1) * count) / parts) - Math.floor((i * count) / parts))

function eBikeNight(town: Town, seed: number, dice: Random): InspectionDraft[] {
  const seen = [...town.spotsOf('kiosks'), ...town.spotsOf('venues', 'hotel'), ...town.spotsOf('venues', 'restaurant')]
  const spots = shuffled(
    someOf(
      [...seen, ...town.kerb].filter(({ hidden }) => !hidden),
      'place with e-bikes',
    ),
    dice,
  )
  const stops = spots.slice(0, moreThan(seed, 'e-bike-places')).map((spot) => ({ kind: 'e-bike-night', spot }))
  const day = dayOf(figure('e-bike-places').on ?? '')
  return outing(town, { day, start: 1250, officers: 0, stops, minutesEach: [7, 12] }, dice)
}

/** The round on which the temporary dump was found. */
function wasteRound(town: Town, dice: Random): InspectionDraft[] {
  const sites = town.spotsOf('construction-waste').filter(({ hidden }) => !hidden)
  const stops = sites.slice(0, 5).map((spot) => ({ kind: 'waste-site', spot }))
  const day = dayOf(figure('temporary-dumps').from ?? '')
  return outing(town, { day, start: 560, officers: 0, stops, minutesEach: [18, 30] }, dice)
}

/** Most where gas and fuel are; two in each sixteen are major. */
function findHazards(stops: readonly InspectionDraft[], dice: Random): void {
  const risky = stops.filter(({ kind }) => HAZARDS[kind] !== undefined && kind !== 'street-shop')
  const shops = stops.filter(({ kind }) => kind === 'street-shop')
  const count = reported('hazards-found')
  const chosen = [...shuffled(risky, dice).slice(0, count - 5), ...shuffled(shops, dice).slice(0, 5)]
  for (let i = 0; i < count; i++) {
    const stop = chosen[i % chosen.length]
    const hazard = stop && hazardAt(stop.kind, stop.at, i % 16 < 2 ? 'major' : 'general', dice)
    if (stop && hazard) stop.hazards.push(hazard)
  }
}

function fileCases(town: Town, stops: readonly InspectionDraft[], dice: Random): CaseDraft[] {
  const visited = shuffled(
    stops.filter(({ kind }) => kind === 'entertainment'),
    dice,
  ).slice(0, reported('entertainment-cases'))
  return visited.map((stop) => {
    stop.casesFiled = 1
    const told = {
      kind: 'component',
      code: 'L0701',
      source: 'patrol',
      problem: '娱乐场所超时营业',
      outcome: 'penalised',
    } as const
    const minutes = dice.range(2000, 6000)
    const at = stop.at + 60_000 * dice.int(4, 12)
    return toldCase(town, { ...told, quantity: null, pace: 'slow', minutes, at }, stop.spot, 0, dice)
  })
}
