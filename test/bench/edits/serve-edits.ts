import { groundOf } from '../city/ground.ts'
import { pickTiles } from '../city/pick-tiles.ts'
import { memoryOf, serveApp } from '../city/serve-app.ts'
import { answerParent } from '../measure/answer-parent.ts'
import { madeEdits } from './made-edits.ts'

/** The server over a city that can be told to follow a log that grows. */
export interface ServedEdits {
  port: number
  paths: string[]
}

const TILES = 600
/** So many things of the city are ever changed; that they are changed again and again is as it is with sensors. */
const CHANGED = 50_000
/** A follower has a batch in hand about as often. */
const BATCH_MS = 10

const ground = await groundOf(Number(process.argv[2]))
const memory = await memoryOf(ground, 0)
const layer = memory.layer(ground.layer.id)
if (!layer) throw new Error('no layer')
const every = Math.ceil(layer.count / CHANGED)
const ids: string[] = []
let at = 0
for (const { id } of layer.all()) if (at++ % every === 0) ids.push(id)
const edits = madeEdits(layer, ids, ground.layer.statuses)

let timer: NodeJS.Timeout | undefined
let applied = 0
let begun = 0

/** From now on so many edits come each second; answers how many came each second since the last call. */
function edit(perSecond: number): number {
  const rate = (applied * 1000) / (performance.now() - begun)
  clearInterval(timer)
  ;[applied, begun] = [0, performance.now()]
  if (perSecond > 0) timer = setInterval(() => follow(perSecond), BATCH_MS)
  return rate
}

function follow(perSecond: number): void {
  const due = Math.floor(((performance.now() - begun) / 1000) * perSecond) - applied
  if (due <= 0) return
  memory.apply(Array.from({ length: due }, () => edits.next().value))
  applied += due
}

const served: ServedEdits = {
  port: await serveApp(memory),
  paths: pickTiles(layer, [13, 14, 15, 16], TILES).map(({ path }) => path),
}
answerParent(served, { edit })
