import './maplibre-worker.ts'
import 'maplibre-gl/dist/maplibre-gl.css'
import { Map as MapLibre, type StyleSpecification } from 'maplibre-gl'
import type { MapCanvas, View } from './city-map.ts'
import { drawImage } from './images/draw-image.ts'

/** Wider than any county, and the closest at which a manhole fills a thumb. */
const MIN_ZOOM = 7
const MAX_ZOOM = 21

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
    attributionControl: false,
    fadeDuration: 120,
    dragRotate: true,
    // A lost context is answered by keep-alive.ts, and a second copy of the frame buffer costs every frame.
    canvasContextAttributes: { preserveDrawingBuffer: false, antialias: true },
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
