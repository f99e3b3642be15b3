import type { CellState } from '../landfill.ts'
import type { Needs } from './needs.ts'

/** m³ that each cell holds and that lay in it at the beginning of 2024; surveys say what came since (records/survey-landfill.ts). At this pace it is full
 *  before the fifteen years that it was designed for are over. */
const CELLS: { capacityM3: number; filledM3: number }[] = [
  { capacityM3: 38000, filledM3: 38000 },
  { capacityM3: 36000, filledM3: 36000 },
  { capacityM3: 34000, filledM3: 4500 },
  { capacityM3: 12000, filledM3: 0 },
]
const LEVELS = [2.4, 3.1, 4.3, 1.2]
const WARNING_LEVEL = 5
/** From this share of the warning level on a well is near it. */
const NEAR = 0.85

/** One burns, the other stands by; a town of this size has some 100 m³ of gas an hour. */
const FLARES: { status: string; kind: string; ratedM3h: number; outBelowC: number }[] = [
  { status: 'burning', kind: 'enclosed', ratedM3h: 150, outBelowC: 500 },
  { status: 'standby', kind: 'open', ratedM3h: 80, outBelowC: 300 },
]

const CELL_STATUS: Record<CellState, string> = { closed: 'closed', working: 'filling', reserved: 'reserved' }
const WORDS: Record<CellState, string> = { closed: '封场区', working: '作业区', reserved: '预留区' }

export function placeLandfill({ town: { landfill }, projection, register }: Needs): void {
  const sum = (key: 'capacityM3' | 'filledM3') => CELLS.reduce((total, cell) => total + cell[key], 0)
  const id = register.add({
    layer: 'landfills',
    name: landfill.name,
    status: 'nearly-full',
    code: 'L0501',
    geometry: projection.polygon([landfill.ring]),
    fields: {
      capacityM3: sum('capacityM3'),
      filledM3: sum('filledM3'),
      designYears: 15,
      openedOn: '2013-07-01',
      dailyTonnes: 21.5,
      compaction: 0.78,
    },
  })
  landfill.cells.forEach(({ ring, state }, i) => {
    register.add({
      layer: 'landfill-cells',
      name: `${i + 1} 号填埋区 ${WORDS[state]}`,
      status: CELL_STATUS[state],
      code: 'L0502',
      geometry: projection.polygon([ring]),
      fields: { landfill: id, ...(CELLS[i] ?? { capacityM3: 0, filledM3: 0 }), cellState: state },
    })
  })
  landfill.wells.forEach((place, i) => {
    const levelM = LEVELS[i] ?? 2
    register.add({
      layer: 'landfill-wells',
      name: `渗滤液监测井 ${i + 1} 号`,
      status: levelM >= NEAR * WARNING_LEVEL ? 'near-warning' : 'normal',
      code: 'L0503',
      geometry: projection.point(place),
      fields: { landfill: id, levelM, warningLevelM: WARNING_LEVEL },
    })
  })
  FLARES.forEach(({ status, ...fields }, i) => {
    const place = landfill.flares[i]
    if (!place) throw new Error(`there is no place for flare ${i + 1}`)
    register.add({
      layer: 'landfill-flares',
      name: `填埋气火炬 ${i + 1} 号`,
      status,
      code: 'L0504',
      geometry: projection.point(place),
      fields: { landfill: id, ...fields, installedOn: '2019-06-20' },
    })
  })
}
