import { groundOf } from './city/ground.ts'
import type { ServedFeatures } from './features/serve-features.ts'
import { type Child, startChild } from './measure/child.ts'
import { type Machine, machine, words } from './measure/machine.ts'
import { type Options, withUsual } from './measure/options.ts'
import { printProfile } from './measure/print-profile.ts'
import type { ReadCpu } from './measure/shoot.ts'
import { printTable, rounded } from './measure/table.ts'
import { takeTurns } from './measure/take-turns.ts'
import { type TimedShot, timeShot } from './measure/time-shot.ts'
import { NO_PEERS, openPeers, type Peers } from './peers/open-peers.ts'

export interface FeatureRow extends TimedShot {
  kind: string
  features: number
  /** How many times our median and processor time this is. */
  ours: number
  oursCpu: number
}

export interface FeatureFigures {
  machine: Machine
  peers: string[]
  things: number
  rows: FeatureRow[]
}

const SIZES = [1_000, 10_000]

interface Kind {
  name: string
  port: number
  readCpu: ReadCpu
  pathOf(bbox: readonly number[], limit: number): string
}

/** Measures how long a page of GeoJSON in a box takes, against JSON.stringify of objects and against PostGIS. */
export async function features(options: Partial<Options> = {}): Promise<FeatureFigures> {
  const { assets, rounds, seconds, peers: wanted, profile } = withUsual(options)
  const about = machine()
  const sizes = SIZES.filter((size) => size <= assets)
  const peers = wanted ? await openPeers(await groundOf(assets), { mapServer: false }) : NO_PEERS
  const children: Child<unknown>[] = []
  try {
    const ours = await startChild<ServedFeatures>(new URL('./features/serve-features.ts', import.meta.url), [
      `${assets}`,
      ...sizes.map(String),
    ])
    children.push(ours)
    const { boxes } = ours.ready
    const objects = await startChild<number>(new URL('./features/serve-objects.ts', import.meta.url), [
      JSON.stringify({ assets, boxes }),
    ])
    children.push(objects)
    const kinds = kindsOf(ours, objects, peers)
    for (const kind of kinds) await checkKind(kind, boxes)
    const rows = await measure(kinds, boxes, { rounds, seconds })
    console.log(
      `GeoJSON of ${assets} things in a box, one connection; medians of ${rounds} rounds of ${seconds} s, taking turns. ${words(about)}`,
    )
    printTable(
      ['', 'features', 'p50 ms', 'p95 ms', 'CPU ms', 'of our p50', 'of our CPU'],
      rows.map((row) => [
        ...[row.kind, `${row.features}`, row.p50, row.p95, row.cpuMilliseconds],
        ...[`${rounded(row.ours)}×`, `${rounded(row.oursCpu)}×`],
      ]),
    )
    if (profile) await printProfile(ours, 'Ours', () => measure(kinds.slice(0, 1), boxes, { rounds: 1, seconds }))
    return { machine: about, peers: peers.list.map(({ version }) => version), things: assets, rows }
  } finally {
    for (const child of children) await child.stop()
    await peers.stop()
  }
}

function kindsOf(ours: Child<ServedFeatures>, objects: Child<number>, { list }: Peers): Kind[] {
  const bare = (bbox: readonly number[], limit: number) => `/features?bbox=${bbox}&limit=${limit}`
  return [
    {
      ...{ name: 'ours', port: ours.ready.port, readCpu: ours.readCpu },
      pathOf: (bbox, limit) => `/api/layers/${ours.ready.layer}/features?bbox=${bbox}&limit=${limit}`,
    },
    { name: 'JSON.stringify', port: objects.ready, readCpu: objects.readCpu, pathOf: bare },
    ...list.map(({ name, port, readCpu }) => ({ name, port, readCpu, pathOf: bare })),
  ]
}

type Boxes = ServedFeatures['boxes']

async function measure(
  kinds: Kind[],
  boxes: Boxes,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<FeatureRow[]> {
  const turns = Object.entries(boxes).flatMap(([size, some]) =>
    kinds.map(({ name, port, readCpu, pathOf }) => {
      const paths = some.map((bbox) => pathOf(bbox, Number(size)))
      return [`${name}/${size}`, () => timeShot(port, paths, { seconds, readCpu })]
    }),
  )
  const shots = await takeTurns<string, TimedShot>(Object.fromEntries(turns), rounds)
  return Object.entries(shots).map(([key, shot]) => {
    const [kind = '', size = ''] = key.split('/')
    const own = shots[`ours/${size}`] ?? shot
    const ratios = { ours: shot.p50 / own.p50, oursCpu: shot.cpuMilliseconds / own.cpuMilliseconds }
    return { kind, features: Number(size), ...shot, ...ratios }
  })
}

/** Throws when an answer does not hold as many things as were asked for, or its things do not have our properties. */
async function checkKind({ name, port, pathOf }: Kind, boxes: Boxes): Promise<void> {
  for (const [size, some] of Object.entries(boxes))
    for (const bbox of some.slice(0, 2)) {
      const answer = await fetch(`http://127.0.0.1:${port}${pathOf(bbox, Number(size))}`)
      const { features } = (await answer.json()) as { features: { properties: object }[] }
      const properties = Object.keys(features[0]?.properties ?? {}).sort()
      if (features.length !== Number(size) || `${properties}` !== PROPERTIES)
        throw new Error(`${name} answers ${features.length} things with ${properties}, not ${size} with ${PROPERTIES}`)
    }
}

const PROPERTIES = `${[
  ...['id', 'name', 'status', 'state', 'code', 'edition', 'changedAt'],
  ...['roadClass', 'road', 'circuit', 'lampType', 'powerW', 'heightM', 'installedOn'],
].sort()}`
