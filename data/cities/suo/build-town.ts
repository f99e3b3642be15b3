import { first, type Line, type Point, type Ring } from '../town/geometry.ts'
import { random } from '../town/random.ts'
import { type Block, cutBlocks } from './blocks.ts'
import { type Bridge, findBridges } from './bridges.ts'
import { buildBlocks } from './build-blocks.ts'
import { type Field, layFields } from './fields.ts'
import { buildFringe } from './fringe.ts'
import { buildFuelStations, type FuelStation } from './fuel-stations.ts'
import { type Green, layGreens, parkPaths } from './greens.ts'
import { assignLandUse } from './land-use.ts'
import { buildLandfill, type Landfill } from './landfill.ts'
import { buildMonastery } from './monastery.ts'
import { findObstacles } from './obstacles.ts'
import { outsideRoads } from './outside-roads.ts'
import { settle } from './population.ts'
import { makeRelief } from './relief.ts'
import { makeRiver, makeWaters, type River, type Waters } from './river.ts'
import { emptySite, type Site } from './site.ts'
import { makeStreams, type Stream } from './streams.ts'
import { makeNetwork, type Network } from './street-network.ts'
import { forbiddenGround, sweepBuildings } from './sweep.ts'
import { layTruckLots, type TruckLot } from './truck-lots.ts'
import { makeValley, type Valley } from './valley.ts'
import { buildVillages, type Village } from './villages.ts'
import { findWasteSites, type WasteSite } from './waste-sites.ts'

/** The whole place, in metres around its origin. */
export interface Town {
  seed: number
  valley: Valley
  heightAt: (place: Point) => number
  streams: Stream[]
  river: River
  waters: Waters
  network: Network
  blocks: Block[]
  site: Site
  villages: Village[]
  fuelStations: FuelStation[]
  monastery: { place: Point; ring: Ring }
  landfill: Landfill
  wasteSites: WasteSite[]
  truckLots: TruckLot[]
  fields: Field[]
  greens: Green[]
  paths: Line[]
  bridges: Bridge[]
}

/** Valley, water, streets, blocks, houses, then the land around: each stage with its own stream of chances. */
export function buildTown(seed: number): Town {
  const chance = (stage: string) => random(seed, stage)
  const valley = makeValley(seed)
  const river = makeRiver(valley)
  const streams = makeStreams(valley, river.thread)
  const heightAt = makeRelief(valley, streams)
  const waters = makeWaters(valley, river, streams, chance('river'))
  const outside = outsideRoads(valley, streams)
  const network = makeNetwork(seed, valley, river, streams, outside)
  const blocks = cutBlocks(valley, network, streams)
  assignLandUse(blocks, chance('land use'))

  const site = emptySite()
  buildBlocks(site, blocks, chance('buildings'))
  const fuelStations = buildFuelStations(site, valley)
  const truckLots = layTruckLots(site, valley, blocks)
  const landfill = buildLandfill(site, valley, streams)
  const wasteSites = findWasteSites(valley)
  const obstacles = findObstacles(valley, river, streams, network.roads, blocks)
  for (const { ring } of [...fuelStations, ...truckLots, ...wasteSites, landfill]) obstacles.add([ring], 'built')
  const ground = { valley, river, heightAt, obstacles }
  const { villages, plots } = buildVillages(site, ground, chance('villages'))
  for (const plot of plots) obstacles.add([plot], 'built')
  buildFringe(site, network, ground, chance('fringe'))
  const monastery = buildMonastery(site, valley, outside[0]?.line ?? [], chance('monastery'))
  sweepBuildings(site, forbiddenGround(valley, river, waters, network.roads))
  settle(blocks, site.buildings)

  const fields = layFields(valley, river, obstacles, chance('fields'))
  for (const { use, polygon } of blocks)
    if (use === 'field') fields.push({ polygon: [first(polygon)], tint: fields.length % 5 })
  const greens = layGreens(valley, river, blocks, obstacles, chance('greens'))
  return {
    seed,
    valley,
    heightAt,
    streams,
    river,
    waters,
    network,
    blocks,
    site,
    villages,
    fuelStations,
    monastery,
    landfill,
    wasteSites,
    truckLots,
    fields,
    greens,
    paths: parkPaths(valley),
    bridges: findBridges({ valley, river, streams, network }),
  }
}
