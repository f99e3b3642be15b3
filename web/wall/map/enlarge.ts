import type { LayerSpecification } from 'maplibre-gl'

/** Lengths of a symbol that grow with it. Offsets in em grow by themselves. */
const LENGTHS = ['text-size', 'icon-size', 'text-padding', 'text-halo-width', 'text-translate', 'icon-translate']
const CIRCLE_LENGTHS = ['circle-radius', 'circle-stroke-width']

/** A layer drawn for the desk as it is read from across a room: its words, marks and dots so many times as large; lines keep their width. */
export function enlarge(layer: LayerSpecification, times: number): LayerSpecification {
  const names = layer.type === 'symbol' ? LENGTHS : layer.type === 'circle' ? CIRCLE_LENGTHS : []
  if (names.length === 0) return layer
  return {
    ...layer,
    ...part(layer, 'layout', names, times),
    ...part(layer, 'paint', names, times),
  } as LayerSpecification
}

function part(layer: LayerSpecification, of: 'layout' | 'paint', names: readonly string[], times: number): object {
  const values = (layer as { layout?: object; paint?: object })[of]
  if (!values) return {}
  const grown = Object.entries(values).map(([name, value]) => [name, names.includes(name) ? grow(value, times) : value])
  return { [of]: Object.fromEntries(grown) }
}

/** A zoom may stand only at the top of an expression: there what comes out of each stop grows. */
export function grow(value: unknown, times: number): unknown {
  if (typeof value === 'number') return value * times
  if (!Array.isArray(value)) return value
  if (value.every((one) => typeof one === 'number')) return value.map((one) => one * times)
  const [operator, ...rest] = value as [string, ...unknown[]]
  if (operator === 'literal') return ['literal', grow(rest[0], times)]
  if (operator === 'interpolate' && isZoom(rest[1]))
    return [operator, rest[0], rest[1], ...rest.slice(2).map((one, i) => (i % 2 === 1 ? grow(one, times) : one))]
  if (operator === 'step' && isZoom(rest[0]))
    return [operator, rest[0], ...rest.slice(1).map((one, i) => (i % 2 === 0 ? grow(one, times) : one))]
  return ['*', times, value]
}

const isZoom = (value: unknown): boolean => Array.isArray(value) && value[0] === 'zoom'
