import { type LandfillOutlook, type LandfillWhatIf, timesVolume } from '../../../server/contract/landfill.ts'
import type { Point } from '../../charts/landfill-series.ts'
import type { PlanSearch } from '../plan-search.ts'

/** What somebody tries: absent is as it is. */
export interface Tried {
  /** t a day that come in. */
  tonnes?: number
  /** t/m³. */
  compaction?: number
  /** 0 … 1 of the volume. */
  coverShare?: number
}

export interface TrialAnswer {
  /** Of the middle, from now; null: not within a hundred years, or nothing comes in. */
  daysLeft: number | null
  daysGained: number | null
  likely: Point[]
}

type Outlook = Pick<
  LandfillOutlook,
  'tonnesPerDay' | 'compaction' | 'coverShare' | 'remainingM3' | 'asOf' | 'foresight'
>

const DAY_MS = 86_400_000
const LONGEST_DAYS = 36_525

export const isTried = ({ tonnes, compaction, coverShare }: Tried): boolean =>
  tonnes !== undefined || compaction !== undefined || coverShare !== undefined

export const askedOf = ({ tonnesPerDay }: Pick<Outlook, 'tonnesPerDay'>, tried: Tried): LandfillWhatIf => ({
  ...(tried.tonnes === undefined || tonnesPerDay === null ? {} : { elsewhereTpd: tonnesPerDay - tried.tonnes }),
  ...(tried.compaction === undefined ? {} : { compaction: tried.compaction }),
  ...(tried.coverShare === undefined ? {} : { coverShare: tried.coverShare }),
})

/** The middle of what the server answers, at once and on the spot: the likely day goes with the daily volume alone. Undefined where nothing is
 *  foretold, or it is asked for what is not known. */
export function tryOut(outlook: Outlook, tried: Tried, nowMs: number): TrialAnswer | undefined {
  const { foresight, remainingM3, asOf } = outlook
  const times = timesVolume(outlook, askedOf(outlook, tried))
  if (!foresight || times === null) return undefined
  const fromMs = Date.parse(asOf)
  const full = remainingM3 === 0 ? 0 : remainingM3 / (foresight.m3PerDay * times)
  const before = foresight.daysLeft.p50
  if (!(full <= LONGEST_DAYS)) return { daysLeft: null, daysGained: null, likely: [] }
  const daysLeft = Math.max(0, full - (nowMs - fromMs) / DAY_MS)
  return {
    ...{ daysLeft, daysGained: before === null ? null : daysLeft - before },
    likely: [
      [fromMs, remainingM3],
      [fromMs + full * DAY_MS, 0],
    ],
  }
}

export interface TrialRange {
  was: number
  min: number
  max: number
  step: number
}

/** Between which ends the three are tried; null: it is not known what they are now. */
export function rangesOf({ tonnesPerDay, compaction, coverShare }: Outlook): Record<keyof Tried, TrialRange | null> {
  return {
    tonnes:
      tonnesPerDay !== null && tonnesPerDay > 0
        ? { was: tonnesPerDay, min: 0, max: Math.ceil(tonnesPerDay / 5) * 10, step: tonnesPerDay < 100 ? 0.5 : 5 }
        : null,
    // From loose waste behind a dozer to what a heavy compactor reaches.
    compaction:
      compaction !== null && compaction > 0
        ? { was: compaction, min: Math.min(0.4, compaction), max: Math.max(1.2, compaction), step: 0.01 }
        : null,
    coverShare: { was: coverShare, min: 0, max: Math.max(0.4, coverShare), step: 0.01 },
  }
}

/** In the address. What is no number, or out of what the server takes, is as it is. */
export function readTried({ lfIn, lfPack, lfSoil }: PlanSearch): Tried {
  const within = (text: string | undefined, least: number, most: number): number | undefined => {
    const value = text === undefined || text === '' ? Number.NaN : Number(text)
    return value >= least && value <= most ? value : undefined
  }
  return known({
    tonnes: within(lfIn, 0, 10_000),
    compaction: within(lfPack, 0.2, 2),
    coverShare: within(lfSoil, 0, 0.6),
  })
}

export const writeTried = ({ tonnes, compaction, coverShare }: Tried): Record<string, string | undefined> => ({
  lfIn: tonnes?.toString(),
  lfPack: compaction?.toString(),
  lfSoil: coverShare?.toString(),
})

/** One of them moved; back to within half a step of what is, it is as it is. */
export const moved = (tried: Tried, key: keyof Tried, value: number, { was, step }: TrialRange): Tried =>
  known({ ...tried, [key]: Math.abs(value - was) <= step / 2 ? undefined : value })

const known = (tried: { [Key in keyof Tried]: Tried[Key] | undefined }): Tried =>
  Object.fromEntries(Object.entries(tried).filter(([, value]) => value !== undefined))
