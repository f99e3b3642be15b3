import type { Geometry, MadeAsset, MadeCity, Position } from '../../../data/cities/city.ts'

const CENTRE: Position = [93.785, 31.886]
const place = (x: number, y: number): Position => [
  Number((CENTRE[0] + x / 94530).toFixed(7)),
  Number((CENTRE[1] + y / 110880).toFixed(7)),
]
const point = (x: number, y: number): Geometry => ({ type: 'Point', coordinates: place(x, y) })
const square = (x: number, y: number, side: number): Geometry => ({
  type: 'Polygon',
  coordinates: [[place(x, y), place(x + side, y), place(x + side, y + side), place(x, y + side), place(x, y)]],
})

/** How many venues of a kind: enough of each that a year of inspections can visit. */
const VENUES: Record<string, number> = {
  'street-shop': 140,
  restaurant: 14,
  entertainment: 6,
  'internet-cafe': 4,
  'print-shop': 5,
  'publication-seller': 4,
  bookshop: 1,
  'petrol-station': 2,
  'gas-station': 2,
  hotel: 4,
  temple: 1,
  office: 6,
  'gas-user': 5,
}

/** A town of 1.6 km by 1 km, drawn with a ruler in milliseconds: three long streets, three cross streets, lanes between.
 *  For what needs a town and not its looks. */
export function smallTown(): MadeCity {
  const assets: MadeAsset[] = []
  const counts = new Map<string, number>()
  const add = (layer: string, code: string, name: string, status: string, geometry: Geometry, fields = {}) => {
    const number = (counts.get(layer) ?? 0) + 1
    counts.set(layer, number)
    const id = `540626${code}${String(number).padStart(6, '0')}`
    assets.push({ id, layer, name: name || `${layer} ${number}`, status, code, geometry, fields })
  }
  const street = (name: string, of: string, ends: [[number, number], [number, number]]) => {
    const line: Geometry = { type: 'LineString', coordinates: [place(...ends[0]), place(...ends[1])] }
    add('roads', 'L0101', name, 'open', line, { class: of, lengthM: 100, widthM: 8 })
    const length = Math.hypot(ends[1][0] - ends[0][0], ends[1][1] - ends[0][1])
    for (let at = 20; at < length; at += 40) {
      const x = ends[0][0] + ((ends[1][0] - ends[0][0]) * at) / length
      const y = ends[0][1] + ((ends[1][1] - ends[0][1]) * at) / length
      add('streetlights', '01037', '', at % 400 === 20 ? 'fault' : 'on', point(x, y + 5), { roadClass: of, road: name })
      add('drains', '01004', '', 'normal', point(x + 9, y - 4), {
        kind: 'inlet',
        road: name,
        lowPlace: at % 200 === 60,
      })
      const sewer = at % 80 === 20
      add('drains', sewer ? '01002' : '01003', '', 'normal', point(x + 15, y), {
        kind: sewer ? 'sewer-manhole' : 'storm-manhole',
        road: name,
        lowPlace: false,
      })
      if (at % 80 === 60)
        add('bins', '03005', '', 'normal', point(x, y - 6), { kind: 'street', road: name, fillPercent: 40 })
    }
    if (of === 'main') add('guardrails', '02017', '', 'normal', line, { road: name, lengthM: 100 })
  }
  street('滨河路', 'main', [
    [-800, 0],
    [800, 0],
  ])
  street('嘎青路', 'main', [
    [-800, 450],
    [800, 450],
  ])
  street('G317', 'national', [
    [-800, 940],
    [800, 940],
  ])
  for (const [i, x] of [-700, -50, 700].entries())
    street(`纵${i + 1}路`, 'secondary', [
      [x, 0],
      [x, 940],
    ])
  for (let x = -600; x < 700; x += 100) {
    if (Math.abs(x + 50) < 60) continue
    street(`${x + 700}巷`, 'lane', [
      [x, 30],
      [x, 420],
    ])
    street(`上${x + 700}巷`, 'lane', [
      [x, 480],
      [x, 910],
    ])
  }
  let along = 0
  for (const [kind, count] of Object.entries(VENUES)) {
    for (let i = 0; i < count; i++, along += 37) {
      const near = along % 3 === 0 ? 150 : 700
      const x = ((along * 7) % near) - near / 2 - (near < 200 ? 60 : 0)
      const main = along % 2 === 0
      add('venues', 'L0701', `${kind}${i + 1}号`, 'normal', point(x, main ? 452 : 6), {
        kind,
        road: main ? '嘎青路' : '滨河路',
        lastInspectedOn: null,
        openHazards: 0,
      })
    }
  }
  for (let x = -600; x < 700; x += 100) {
    const fields = { kind: 'street-shop', road: `${x + 700}巷`, lastInspectedOn: null, openHazards: 0 }
    add('venues', 'L0701', `${x + 700}巷小卖部`, 'normal', point(x + 4, 250), fields)
  }
  const kinds = ['temporary-dump', 'temporary-dump', 'designated', 'disposal', 'building-site', 'building-site']
  kinds.forEach((kind, i) => {
    add('construction-waste', 'L0601', '', 'to-clear', square(-780 + i * 200, -60, 30), {
      kind,
      areaM2: 900,
      tonnes: 60,
    })
  })
  for (const x of [-740, 0, 690])
    add('truck-hot-spots', 'L0602', '', 'quiet', point(x, 950), { road: 'G317', machinesSeen: 0 })
  add('truck-parking', '02001', 'G317 停车场', 'free', square(500, 960, 60), {
    kind: 'truck-park',
    bays: 40,
    occupied: 12,
  })
  for (let i = 0; i < 6; i++)
    add('kiosks', '03004', `小区${i + 1}投放亭`, 'open', point(-600 + i * 200, 440), { community: `小区${i + 1}` })
  for (let i = 0; i < 4; i++) add('toilets', '03001', '', 'open', point(-500 + i * 300, 12), { road: '滨河路' })
  add('green-spaces', '04013', '滨河公园', 'normal', square(-100, -80, 60), { kind: 'riverside', areaM2: 3600 })
  for (let x = -800; x < 800; x += 100) {
    for (let y = -100; y < 1000; y += 100)
      add('unit-grids', 'L0802', '', 'normal', square(x, y, 100), { population: 60 })
  }
  const [[west, south], [east, north]] = [place(-900, -200), place(900, 1100)]
  return {
    area: '540626',
    source: 'made:suo',
    name: { zh: '小城', en: 'Small town' },
    centre: CENTRE,
    zoom: 15,
    bounds: [west, south, east, north],
    basemap: {
      roads: assets
        .filter(({ layer }) => layer === 'roads')
        .map(({ name, geometry, fields }) => ({ geometry, properties: { name, class: String(fields.class) } })),
    },
    elevation: () => 3986,
    assets,
  }
}
