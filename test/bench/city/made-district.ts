import type { Asset } from '../../../server/contract/asset.ts'

/** Lamps of a district that exists nowhere, so many metres from its middle to its edge: streets of 0.3–2 km in two directions, closer together towards the middle,
 *  a lamp every 25 m on both sides. The same number gives the same district. */
export function* madeDistrict(
  layer: string,
  count: number,
  metres: number,
  statuses: readonly string[],
): Generator<Asset> {
  const random = dice(300_000)
  for (let number = 1; number <= count; ) {
    const street = makeStreet(metres, random)
    for (let along = 0; along < street.length && number <= count; along += 12.5) {
      const side = (along / 12.5) % 2 === 0 ? 6 : -6
      const east = street.east + along * Math.cos(street.turn) - side * Math.sin(street.turn)
      const north = street.north + along * Math.sin(street.turn) + side * Math.cos(street.turn)
      yield lampOf(layer, number++, [93.785 + east / 94_400, 31.886 + north / 110_900], street.name, statuses, random)
    }
  }
}

interface Street {
  name: string
  east: number
  north: number
  turn: number
  length: number
}

function makeStreet(metres: number, random: () => number): Street {
  const far = metres * Math.sqrt(random()) * (0.35 + 0.65 * random())
  const round = random() * 2 * Math.PI
  return {
    name: `${['东', '西', '南', '北'][Math.floor(random() * 4)]}${1 + Math.floor(random() * 900)} 路`,
    east: far * Math.cos(round),
    north: far * Math.sin(round),
    turn: 0.2 + (random() < 0.5 ? 0 : Math.PI / 2) + (random() - 0.5) * 0.1,
    length: 300 + 1700 * random() ** 2,
  }
}

function lampOf(
  layer: string,
  number: number,
  [lng, lat]: [number, number],
  road: string,
  statuses: readonly string[],
  random: () => number,
): Asset {
  const rare = random() < 0.06 ? Math.floor(random() * statuses.length) : 0
  return {
    id: `54062601037${String(number).padStart(6, '0')}`,
    layer,
    name: `${road} ${number} 号灯`,
    status: statuses[rare] ?? 'on',
    geometry: { type: 'Point', coordinates: [Math.round(lng * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7] },
    fields: {
      roadClass: ['main', 'secondary', 'street', 'lane'][Math.floor(random() * 4)] ?? 'lane',
      road,
      circuit: `C${number % 700}`,
      lampType: number % 3 ? 'led' : 'sodium',
      powerW: [60, 90, 120, 180][number % 4] ?? 60,
      heightM: 8 + (number % 9) / 2,
      installedOn: `20${String(10 + (number % 15))}-06-01`,
    },
    code: '01037',
    edition: 'GB/T 47678.5-2026',
    sourceCrs: 'WGS84',
    source: 'made:bench',
    changedAt: '2026-11-01T08:00:00+08:00',
  }
}

/** Numbers 0 … 1, the same for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
