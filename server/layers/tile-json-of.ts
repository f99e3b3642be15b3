import type { Bbox } from '../contract/geo.ts'
import type { Layer } from '../contract/layer.ts'
import { State } from '../contract/state.ts'

// A tile of zoom 16 here is 520 m wide, a step of its grid 13 cm: a map stretches it further without loss.
const DEEPEST_ZOOM = 16

const THING = { id: 'String', name: 'String', status: 'String', state: 'String' }
const CLUSTER = {
  ...{ count: 'Number', state: 'String', id: 'String', name: 'String', status: 'String' },
  ...Object.fromEntries(State.options.map((state) => [state, 'Number'])),
}

const typeOf = (type: string): string =>
  type === 'integer' || type === 'number' ? 'Number' : type === 'boolean' ? 'Boolean' : 'String'

/** TileJSON 3.0.0. `tiles` is the address of all tiles, `query` is handed on to each: a filter, with its question mark. */
export function tileJsonOf(definition: Layer, bounds: Bbox | undefined, tiles: string, query: string) {
  const { id, detailZoom, geometry, symbol } = definition
  const carried = definition.fields.filter((field) => field.inTile)
  const fields = { ...THING, ...Object.fromEntries(carried.map(({ key, type }) => [key, typeOf(type)])) }
  const marks = geometry !== 'point' && symbol.mark
  const names = geometry === 'polygon' && !symbol.mark
  const clusters = geometry === 'point' || marks
  return {
    tilejson: '3.0.0' as const,
    name: id,
    scheme: 'xyz' as const,
    tiles: [`${tiles}/${id}/{z}/{x}/{y}.mvt${query}`],
    minzoom: clusters ? 0 : detailZoom,
    maxzoom: Math.max(DEEPEST_ZOOM, detailZoom),
    bounds,
    vector_layers: [
      { id, fields },
      ...(marks ? [{ id: `${id}-marks`, fields }] : []),
      ...(names ? [{ id: `${id}-names`, fields }] : []),
      ...(clusters ? [{ id: `${id}-clusters`, fields: CLUSTER }] : []),
    ],
  }
}
