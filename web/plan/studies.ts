import type { ComponentType, ReactNode } from 'react'
import type { MapDrawing } from './map-drawing.ts'

/** One question that a planner asks of the city, with its parts of the page. All parts lie inside `Provider`. */
export interface Study {
  id: string
  /** State that the parts share and the address does not keep: what is being reckoned, a draft. */
  Provider?: ComponentType<{ children: ReactNode }>
  /** Left: parameters, figures, the ranked list. */
  Panel: ComponentType
  /** Right: what the list's row is about. The right column is absent without it. */
  Detail?: ComponentType
  /** A card over the foot of the map. */
  Foot?: ComponentType
  /** Undefined while there is nothing to draw yet. */
  useDrawing: () => MapDrawing | undefined
  /** Print and exports, at the end of the panel's head. */
  Tools?: ComponentType
}

export interface StudyEntry {
  /** In the address; its name is the word `plan.study.<id>`. */
  id: string
  /** Each study is a file of its own. */
  load: () => Promise<Study>
}

/** All studies in the order of the menu; the first ten have the keys 1 … 9, 0. */
export const STUDIES: readonly StudyEntry[] = [
  { id: 'coverage', load: () => import('./coverage/coverage-study.ts').then((module) => module.coverageStudy) },
  { id: 'landfill', load: () => import('./landfill/landfill-study.ts').then((module) => module.landfillStudy) },
  { id: 'lighting', load: () => import('./lighting/lighting-study.ts').then((module) => module.lightingStudy) },
  { id: 'spots', load: () => import('./spots/spots-study.ts').then((module) => module.spotsStudy) },
  { id: 'drains', load: () => import('./drains/drains-study.ts').then((module) => module.drainsStudy) },
  {
    id: 'replacement',
    load: () => import('./replacement/replacement-study.ts').then((module) => module.replacementStudy),
  },
  { id: 'truck-parking', load: () => import('./parking/parking-study.ts').then((module) => module.parkingStudy) },
  { id: 'waste-balance', load: () => import('./waste/waste-study.ts').then((module) => module.wasteStudy) },
  { id: 'census', load: () => import('./census/census-study.ts').then((module) => module.censusStudy) },
]
