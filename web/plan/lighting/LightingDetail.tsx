import { DarkLamps } from './DarkLamps.tsx'
import { useLighting } from './lighting-desk.tsx'
import { PatrolRoads } from './PatrolRoads.tsx'
import { Saving } from './Saving.tsx'
import { YearTable } from './YearTable.tsx'

const PARTS = { rate: DarkLamps, year: YearTable, dimming: Saving, patrol: PatrolRoads }

export function LightingDetail() {
  const Part = PARTS[useLighting().search.view]
  return <Part />
}
