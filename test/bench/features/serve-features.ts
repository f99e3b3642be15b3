import type { Bbox } from '../../../server/contract/geo.ts'
import { groundOf } from '../city/ground.ts'
import { memoryOf, serveApp } from '../city/serve-app.ts'
import { answerParent } from '../measure/answer-parent.ts'
import { boxesOf } from './boxes-of.ts'

/** The server, and boxes that hold so many things or a few more. */
export interface ServedFeatures {
  port: number
  layer: string
  boxes: Record<number, Bbox[]>
}

const ground = await groundOf(Number(process.argv[2]))
const memory = await memoryOf(ground, 0)
const layer = memory.layer(ground.layer.id)
if (!layer) throw new Error('no layer')
const sizes = process.argv.slice(3).map(Number)
const served: ServedFeatures = {
  port: await serveApp(memory),
  layer: ground.layer.id,
  boxes: Object.fromEntries(sizes.map((size) => [size, boxesOf(layer, size)])),
}
answerParent(served)
