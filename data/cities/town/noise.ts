import { random } from './random.ts'

export type Noise = (x: number, y: number) => number

/** Gradient noise of about −1 … 1 with features of size 1. It repeats after 256. */
export function noise(seed: number): Noise {
  const chance = random(seed, 'noise')
  const order = Uint8Array.from({ length: 256 }, (_, i) => i)
  for (let i = 255; i > 0; i--) {
    const j = Math.floor(chance.next() * (i + 1))
    const swap = order[i] as number
    order[i] = order[j] as number
    order[j] = swap
  }
  const table = Uint8Array.from({ length: 513 }, (_, i) => order[i & 255] as number)
  const gradientX = Float64Array.from({ length: 256 }, (_, i) => Math.cos((i / 128) * Math.PI))
  const gradientY = Float64Array.from({ length: 256 }, (_, i) => Math.sin((i / 128) * Math.PI))
  const fade = (t: number) => t * t * t * (t * (t * 6 - 15) + 10)
  const dot = (hash: number, x: number, y: number) => (gradientX[hash] as number) * x + (gradientY[hash] as number) * y
  return (x, y) => {
    const floorX = Math.floor(x)
    const floorY = Math.floor(y)
    const fx = x - floorX
    const fy = y - floorY
    const west = (table[floorX & 255] as number) + (floorY & 255)
    const east = (table[(floorX & 255) + 1] as number) + (floorY & 255)
    const a = dot(table[west & 255] as number, fx, fy)
    const b = dot(table[east & 255] as number, fx - 1, fy)
    const c = dot(table[(west + 1) & 255] as number, fx, fy - 1)
    const d = dot(table[(east + 1) & 255] as number, fx - 1, fy - 1)
    const u = fade(fx)
    const v = fade(fy)
    return 1.5 * (a + (b - a) * u + (c - a) * v + (a - b - c + d) * u * v)
  }
}
