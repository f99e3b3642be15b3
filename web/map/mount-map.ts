import './maplibre-worker.ts'
import 'maplibre-gl/dist/maplibre-gl.css'
import { Map as MapLibre, type StyleSpecification } from 'maplibre-gl'
import type { MapCanvas, View } from './city-map.ts'
import { drawImage } from './images/draw-image.ts'

/** Wider than any county, and the closest at which a manhole fills a thumb. */
const MIN_ZOOM = 7
const MAX_ZOOM = 21
/** Nobody drags it back to where it was: the tiles of one other view are kept, not of five (MapLibre's own), and in months no more than that. */
const STILL_CACHE = 1

/** One living MapLibre map in an element. Throws when the browser cannot draw one. */
export function mountMap(
  container: HTMLElement,
  style: StyleSpecification,
  view: View,
  label: string,
  canvas?: MapCanvas,
): MapLibre {
  const map = new MapLibre({
    container,
    style,
    center: [view.lng, view.lat],
    zoom: view.zoom,
    bearing: view.bearing,
    pitch: view.pitch,
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    maxPitch: 60,
    interactive: canvas?.still !== true,
    ...(canvas ? { pixelRatio: canvas.pixelRatio } : {}),
    ...(canvas?.still ? { maxTileCacheZoomLevels: STILL_CACHE } : {}),
    attributionControl: false,
    fadeDuration: 120,
    dragRotate: true,
    // A lost context is answered by keep-alive.ts, and a second copy of the frame buffer costs every frame. So do four samples a pixel: lines, words and
    // marks have soft edges by themselves, and what the samples add to the edges of areas is not seen from where a wall is looked at.
    canvasContextAttributes: { preserveDrawingBuffer: false, antialias: canvas?.still !== true },
    locale: { 'Map.Title': label },
  })
  map.setMissingStyleImageResolver(async (name) => {
    const drawn = await drawImage(name)
    if (drawn && !map.hasImage(name)) map.addImage(name, drawn.image, drawn.options)
  })
  return map
}

export function viewOf(map: MapLibre): View {
  const { lng, lat } = map.getCenter()
  return { lng, lat, zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() }
}
