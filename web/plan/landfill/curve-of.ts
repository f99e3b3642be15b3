import type { LandfillOutlook } from '../../../server/contract/landfill.ts'
import type { LandfillFigure } from '../../../server/contract/wall.ts'
import type { Point } from '../../charts/landfill-series.ts'

type Outlook = Pick<LandfillOutlook, 'surveys' | 'capacityM3' | 'asOf' | 'foresight'>

/** An outlook as the chart of walls and desks draws it: room that is left. */
export const curveOf = ({
  surveys,
  capacityM3,
  asOf,
  foresight,
}: Outlook): Pick<LandfillFigure, 'curve' | 'forecast' | 'asOf'> => ({
  curve: surveys.map(({ at, filledM3 }) => ({ at, m3: Math.max(0, capacityM3 - filledM3) })),
  forecast: foresight?.fan ?? [],
  asOf,
})

const HALF_YEAR_MS = 182.5 * 86_400_000
/** Beyond so many times what is foreseen the rest would be a sliver. */
const MOST_TIMES = 2

/** Until when the chart has to reach for what is tried, Unix ms by half-years; 0 when what is foreseen is enough. */
export function roomUntil({ asOf, foresight }: Outlook, likely: readonly Point[] | undefined): number {
  const end = likely?.at(-1)?.[0] ?? 0
  const [fromMs, lastMs] = [Date.parse(asOf), Date.parse(foresight?.fan.at(-1)?.at ?? asOf)]
  if (end <= lastMs) return 0
  const stepped = fromMs + Math.ceil((end - fromMs) / HALF_YEAR_MS) * HALF_YEAR_MS
  return Math.min(stepped, fromMs + (lastMs - fromMs) * MOST_TIMES)
}
