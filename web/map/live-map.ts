import type { GeoJSONSource, MapGeoJSONFeature, Map as MapLibre, MapMouseEvent, StyleSpecification } from 'maplibre-gl'
import type { Layer } from '../../server/contract/layer.ts'
import { moveTiles } from './asset-tiles.ts'
import type { MapCanvas, MapPicture, Pick, View } from './city-map.ts'
import { heatData } from './heat-layers.ts'
import type { AssetMetadata } from './layers/asset-context.ts'
import { mapStyle, type StyleNeeds } from './map-style.ts'
import { markOf } from './map-surface.ts'
import { mountMap, viewOf } from './mount-map.ts'
import { moveOver, onlyOverMoved, overOf } from './over.ts'
import { pickFeature } from './pick-feature.ts'
import { staleSources } from './stale-sources.ts'
import { type Failures, watchFailures } from './watch-failures.ts'

/** A mouse is exact to a few pixels, and a mark may be 3 px wide. */
const REACH_PIXELS = 6

export interface LiveMapOptions extends StyleNeeds {
  element: HTMLElement
  view: View
  label: string
  canvas?: MapCanvas
  onMove(view: View): void
  onMoveEnd(view: View): void
  onPick(pick: Pick): void
  onLoad(): void
  onBusy(busy: boolean): void
  /** Tiles of these catalogue layers or base sources fail. */
  onFailing(sources: string[]): void
  onContextLost(): void
}

export interface LiveMap {
  map: MapLibre
  show(needs: Partial<StyleNeeds>): void
  remove(): void
}

/** A mounted map with its events; it dies with its WebGL context. Throws when it cannot be mounted. */
export function liveMap(options: LiveMapOptions): LiveMap {
  let needs: StyleNeeds = options
  const { canvas } = options
  const styleOf = (of: StyleNeeds): StyleSpecification => {
    const style = mapStyle(of)
    return canvas ? canvas.restyle(style, of.picture) : style
  }
  const map = mountMap(options.element, styleOf(needs), options.view, options.label, canvas)
  let styled = false
  let waiting = false
  map.once('style.load', () => {
    styled = true
    if (waiting) map.setStyle(styleOf(needs), { validate: false })
  })
  const failures = watch(map, options, () => needs)
  return {
    map,
    show: (changed) => {
      const before = needs
      needs = { ...needs, ...changed }
      if (!styled) waiting = true
      else if (onlyHeatMoved(before, needs)) moveHeat(map, needs.picture)
      else if (restIsSame(before, needs) && before.picture.over && needs.picture.over)
        moveOver(map, before.picture.over, needs.picture.over)
      else {
        moveTiles(map, needs.layers, [before.picture, needs.picture], needs.origin)
        map.setStyle(styleOf(needs), { validate: false })
      }
      if (styled) for (const source of staleSources(before.picture, needs.picture)) failures.refresh(source)
    },
    remove: () => map.remove(),
  }
}

const restIsSame = (before: StyleNeeds, now: StyleNeeds): boolean =>
  before.highlight === now.highlight && before.layers === now.layers && onlyOverMoved(before.picture, now.picture)

/** While a time bar plays only the cells change: they go straight to their source, past the comparison of two whole styles. */
function onlyHeatMoved(before: StyleNeeds, now: StyleNeeds): boolean {
  const { heat: a, ...restBefore } = before.picture
  const { heat: b, ...restNow } = now.picture
  if (!a || !b || a.mode !== b.mode || before.highlight !== now.highlight || before.layers !== now.layers) return false
  return JSON.stringify(restBefore) === JSON.stringify(restNow)
}

function moveHeat(map: MapLibre, { heat }: MapPicture): void {
  const source = map.getSource<GeoJSONSource>('heat')
  if (source && heat) void source.setData(heatData(heat))
}

function watch(map: MapLibre, options: LiveMapOptions, needs: () => StyleNeeds): Failures {
  map.on('load', () => options.onLoad())
  map.on('move', () => options.onMove(viewOf(map)))
  map.on('moveend', () => options.onMoveEnd(viewOf(map)))
  map.on('dataloading', () => options.onBusy(true))
  map.on('idle', () => options.onBusy(false))
  map.on('webglcontextlost', () => options.onContextLost())
  if (options.canvas?.still !== true) {
    map.on('click', (event) => options.onPick(pickAt(map, event, needs())))
    watchHover(map, options.element, () => needs().layers)
  }
  return watchFailures(map, options.onFailing)
}

/** One look per frame at what the mouse is over. */
function watchHover(map: MapLibre, element: HTMLElement, layers: () => Layer[]): void {
  let asked: number | undefined
  map.on('mousemove', (event) => {
    if (asked !== undefined) return
    asked = requestAnimationFrame(() => {
      asked = undefined
      const over = layers().length > 0 && near(map, event).some((feature) => feature.geometry.type === 'Point')
      element.classList.toggle('is-over', over)
    })
  })
}

function near(map: MapLibre, { point }: MapMouseEvent): MapGeoJSONFeature[] {
  const layers = map.getLayersOrder().filter((id) => isPickable(map.getLayer(id)?.metadata))
  if (layers.length === 0) return []
  const box: [[number, number], [number, number]] = [
    [point.x - REACH_PIXELS, point.y - REACH_PIXELS],
    [point.x + REACH_PIXELS, point.y + REACH_PIXELS],
  ]
  return map.queryRenderedFeatures(box, { layers })
}

const isPickable = (metadata: unknown): boolean => {
  const part = (metadata as AssetMetadata | undefined)?.part
  return overOf(metadata) !== undefined || (part !== undefined && part !== 'name' && part !== 'light')
}

function pickAt(map: MapLibre, event: MapMouseEvent, { layers, picture }: StyleNeeds): Pick {
  const features = near(map, event)
  // What a workspace draws lies over the city.
  const [mark] = features.flatMap(markOf)
  if (mark) return { kind: 'mark', mark, lngLat: mark.lngLat }
  return pickFeature({
    lngLat: [event.lngLat.lng, event.lngLat.lat],
    features,
    zoom: map.getZoom(),
    layers,
    heat: picture.heat?.cells ?? null,
    distance: ({ geometry }) => {
      if (geometry.type !== 'Point') return 0
      const [lng = 0, lat = 0] = geometry.coordinates
      return map.project([lng, lat]).dist(event.point)
    },
  })
}
