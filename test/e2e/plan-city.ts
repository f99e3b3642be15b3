import { writeAssets } from '../../server/assets/write-assets.ts'
import type { Asset } from '../../server/contract/asset.ts'
import { METRES_PER_DEGREE } from '../../server/contract/local-plane.ts'
import type { Store } from '../../server/store/store.ts'
import { by, lamp, SUO } from '../support/entries.ts'
import { openDesk } from './desk.ts'
import type { Visit, Visitor } from './visit.ts'

const [LNG, LAT] = [93.785, 31.886]
const M = 1 / (METRES_PER_DEGREE * Math.cos((LAT * Math.PI) / 180))

const bin = (number: number, east: number, north: number): Asset =>
  lamp(0, {
    ...{ id: `54062603005${String(number).padStart(6, '0')}`, layer: 'bins', name: `箱 ${number}`, status: 'normal' },
    ...{ code: '03005', fields: { kind: 'street' } },
    geometry: { type: 'Point', coordinates: [LNG + east * M, LAT + north / METRES_PER_DEGREE] },
  })

/** A main street of 1 km with a bin every 150 m on its north side, and on its south side none between 150 and 750 m. */
const STREET: Asset[] = [
  lamp(0, {
    ...{ id: '540626L0101000001', layer: 'roads', name: '藏北路', status: 'open', code: 'L0101', edition: 'local' },
    geometry: {
      type: 'LineString',
      coordinates: [
        [LNG, LAT],
        [LNG + 1000 * M, LAT],
      ],
    },
    fields: { class: 'main', widthM: 12 },
  }),
  ...[0, 150, 300, 450, 600, 750, 900].map((east, i) => bin(i + 1, east, 7)),
  ...[0, 150, 750, 900].map((east, i) => bin(i + 11, east, -7)),
]

const fill = (store: Store): Promise<void> =>
  store.transaction(SUO, async (tx) => {
    await writeAssets(tx, { added: STREET }, by())
  })

/** A planner at a desk of a town of one street. */
export async function openPlan(visitor: Visitor): Promise<Visit> {
  const desk = await openDesk({ fill })
  return desk.sits(visitor, 'planner')
}
