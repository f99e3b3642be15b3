import { BUFFER } from './buffer.ts'
import { cellSumsOf } from './cell-sums.ts'
import { CELLS, type Cluster, ClusterGrid } from './cluster-grid.ts'
import type { Columns } from './columns.ts'
import { DetailTags } from './detail-layer.ts'
import type { LayerRows } from './layer-rows.ts'
import type { LookTable } from './look-table.ts'
import { type Box, boxOfTile } from './mercator.ts'
import { firstFrom, runOf } from './morton-order.ts'
import { inOneOrder } from './order-picks.ts'
import { type Pick, pickAmong, pickRun } from './pick-rows.ts'
import { PYRAMID_FROM, sumsFor } from './pyramid.ts'
import { EVERY, type Filter, passes, type RowTest, rowTests } from './row-test.ts'
import { tileValue } from './texts.ts'
import { TileScratch } from './tile-scratch.ts'
import { type Single, writeClusters } from './write-clusters.ts'
import { writePoints } from './write-points.ts'
import { writeShapes } from './write-shapes.ts'

const scratch = new TileScratch()
const tags = new DetailTags()

/** From this zoom on points carry their names. Clients stretch the tiles of the deepest zoom that TileJSON names, and draw names closer up
 *  still; below, names would be half of a tile's bytes. */
const NAMES_FROM = 16

export interface TileAddress {
  z: number
  x: number
  y: number
}

/** A Mapbox Vector Tile 2.1 in an array that `take` gives, or undefined where it would be empty. Source-layers: below the layer's detail
 *  zoom `…-clusters`, from it on the things under the layer's id, for lines and polygons with marks `…-marks`, and for polygons without,
 *  such as grids, `…-names`: of each the one place where its name goes, which no tile can know from the piece that it holds. */
export function buildTile(
  rows: LayerRows,
  address: TileAddress,
  filter: Filter | undefined,
  take: (bytes: number) => Buffer<ArrayBuffer>,
): Buffer<ArrayBuffer> | undefined {
  const { layer } = rows
  const points = layer.geometry === 'point'
  scratch.beginTile()
  if (address.z < layer.detailZoom) {
    if (points || layer.symbol.mark) writeClustersOf(rows, address, filter)
    return scratch.copyTile(take)
  }
  const tests = rowTests(rows, filter)
  if (points) {
    writePointsOf(rows, { name: layer.id, named: address.z >= NAMES_FROM }, tests, address)
    return scratch.copyTile(take)
  }
  writeShapesOf(rows, tests, address)
  if (layer.symbol.mark) writePointsOf(rows, { name: `${layer.id}-marks`, named: true }, tests, address)
  else if (layer.geometry === 'polygon') writePointsOf(rows, { name: `${layer.id}-names`, named: true }, tests, address)
  return scratch.copyTile(take)
}

function writePointsOf(
  rows: LayerRows,
  sourceLayer: { name: string; named: boolean },
  tests: RowTest[],
  { z, x, y }: TileAddress,
): void {
  const picks = picksOf(rows, tests, (columns, segment, test) => {
    const [from, to] = runOf(columns, boxOfTile(z, x, y))
    return from < to ? pickRun(segment, columns, from, to, test) : undefined
  })
  if (picks.length > 0) writePoints(scratch, tags, sourceLayer, rows.looks, picks, z)
}

function writeShapesOf(rows: LayerRows, tests: RowTest[], { z, x, y }: TileAddress): void {
  const { minX, minY, maxX, maxY } = boxOfTile(z, x, y, BUFFER)
  const picks = picksOf(rows, tests, (columns, segment, test) =>
    columns.tree ? pickAmong(segment, columns, columns.tree.search(minX, minY, maxX, maxY), test) : undefined,
  )
  if (picks.length > 0) writeShapes(scratch, tags, rows, picks, z, x, y)
}

function picksOf(
  { segments }: LayerRows,
  tests: RowTest[],
  pickFrom: (columns: Columns, segment: number, test: RowTest) => Pick | undefined,
): Pick[] {
  const picks = segments.flatMap((columns, segment) => {
    const pick = pickFrom(columns, segment, tests[segment] as RowTest)
    return pick && pick.count > 0 ? [pick] : []
  })
  return picks.length > 1 ? inOneOrder(picks) : picks
}

function writeClustersOf(rows: LayerRows, { z, x, y }: TileAddress, filter: Filter | undefined): void {
  const box = boxOfTile(z, x, y)
  const tests = rowTests(rows, filter)
  const grid = new ClusterGrid(box, rows.looks)
  rows.segments.forEach((columns, segment) => {
    countInto(grid, rows.looks, columns, segment, tests[segment] as RowTest, z, box)
  })
  const clusters = grid.clusters()
  if (clusters.length === 0) return
  const singleAt = (cluster: Cluster): Single | undefined =>
    findSingle(rows, tests, box.minX + cluster.sumX, box.minY + cluster.sumY)
  writeClusters(scratch, `${rows.layer.id}-clusters`, clusters, box.maxX - box.minX + 1, singleAt)
}

function countInto(
  grid: ClusterGrid,
  looks: LookTable,
  columns: Columns,
  segment: number,
  test: RowTest,
  z: number,
  box: Box,
): void {
  const [from, to] = runOf(columns, box)
  const sums = sumsFor(columns.pyramid, z + Math.log2(CELLS))
  if (sums && to - from >= PYRAMID_FROM && test.attributes.length === 0) {
    if (test.looks) grid.addSums(sums, ...runOf(sums, box), test.looks)
    else {
      const cells = cellSumsOf(sums, looks.urgencies)
      grid.addCells(cells, ...runOf(cells, box))
    }
  } else if (test === EVERY && !columns.dead) {
    grid.addRows(columns, from, to)
  } else if (from < to) {
    const pick = pickRun(segment, columns, from, to, test)
    grid.addRows(columns, pick.from, pick.from + pick.count, pick.rows)
  }
}

/** The thing that stands exactly there and passes. */
function findSingle({ segments, looks }: LayerRows, tests: RowTest[], x: number, y: number): Single | undefined {
  for (const [segment, columns] of segments.entries())
    for (let row = firstFrom(columns, x, y); columns.x[row] === x && columns.y[row] === y; row++)
      if (passes(tests[segment] as RowTest, columns, row)) {
        const [id, name] = [tileValue(columns.idTexts, row), tileValue(columns.nameTexts, row)]
        return {
          id,
          name,
          status: looks.statusValue(columns.look[row] as number),
          number: columns.number[row] as number,
        }
      }
  return undefined
}
