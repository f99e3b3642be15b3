import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { City } from '../../../server/contract/city.ts'
import type { HeatSubject } from '../../../server/contract/heat.ts'
import { getHeat } from '../../api.ts'
import { type Days, secondsOf } from '../../charts/day-number.ts'
import type { HeatPicture } from '../../map/city-map.ts'
import {
  type CellReading,
  DIFFERENCE_STEPS,
  densityOf,
  differenceOf,
  HEAT_STEPS,
  type HeatCells,
  uninspectedCells,
} from '../../map/heat-cells.ts'
import { type HeatColumns, readHeat } from '../../map/read-heat.ts'
import type { Picture } from '../picture.ts'

export interface Heat {
  /** For the map; null while it is off or not yet read. */
  picture: HeatPicture | null
  complaints: HeatColumns | undefined
  inspections: HeatColumns | undefined
  complaintCells: HeatCells | undefined
  inspectionCells: HeatCells | undefined
  /** Complaints and nobody there, the most complained of first. */
  blind: CellReading[]
  fault: Error | null
}

const REFRESH_MS = 60_000

/** All points of all time, once; every step through time is arithmetic on them. */
const usePoints = (subject: HeatSubject, wanted: boolean) =>
  useQuery({
    queryKey: ['heat', subject],
    queryFn: async ({ signal }) => readHeat(await getHeat(subject, signal)),
    enabled: wanted,
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
    structuralSharing: false,
  })

/** Indexes of the chosen words in a dictionary; undefined is all. */
export const indexesOf = (words: readonly string[], chosen: readonly string[]): ReadonlySet<number> | undefined =>
  chosen.length === 0 ? undefined : new Set(chosen.map((word) => words.indexOf(word)).filter((index) => index >= 0))

export function useHeat(city: City, picture: Picture, days: Days): Heat {
  const { heat: mode, classes, sources } = picture
  const { data: complaints, error: complaintFault } = usePoints('complaints', mode !== undefined)
  const { data: inspections, error: inspectionFault } = usePoints('inspections', mode !== undefined)
  const { first, last } = days
  const byKind = mode === 'inspections'
  const grid = useMemo(() => ({ origin: city.centre, bounds: city.bounds ?? undefined }), [city.centre, city.bounds])
  const complaintCells = useMemo(() => {
    if (!complaints || byKind) return undefined
    const filter = { classes: indexesOf(complaints.classes, classes), sources: indexesOf(complaints.sources, sources) }
    return densityOf(complaints, secondsOf({ first, last }), { ...grid, ...filter })
  }, [complaints, byKind, classes, sources, first, last, grid])
  const inspectionCells = useMemo(() => {
    if (!inspections) return undefined
    const filter = byKind ? { classes: indexesOf(inspections.classes, classes) } : {}
    return densityOf(inspections, secondsOf({ first, last }), { ...grid, ...filter })
  }, [inspections, byKind, classes, first, last, grid])
  const difference = useMemo(
    () => complaintCells && inspectionCells && differenceOf(complaintCells, inspectionCells),
    [complaintCells, inspectionCells],
  )
  const blind = useMemo(() => (difference ? uninspectedCells(difference) : []), [difference])
  const cells = { complaints: complaintCells, inspections: inspectionCells, difference }
  const shown = mode && cells[mode]
  const onMap = useMemo(
    () => (mode && shown ? { mode, cells: shown, steps: mode === 'difference' ? DIFFERENCE_STEPS : HEAT_STEPS } : null),
    [mode, shown],
  )
  return {
    picture: onMap,
    complaints,
    inspections,
    complaintCells,
    inspectionCells,
    blind,
    fault: (complaints ? null : complaintFault) ?? (inspections ? null : inspectionFault),
  }
}
