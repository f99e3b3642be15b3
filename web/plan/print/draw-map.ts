import type { Map as MapLibre } from 'maplibre-gl'
import type { City } from '../../../server/contract/city.ts'
import type { Layer } from '../../../server/contract/layer.ts'
import { fontFaces } from '../../map/basemap/fonts.ts'
import type { MapPicture } from '../../map/city-map.ts'
import { mapStyle } from '../../map/map-style.ts'
import { mountMap } from '../../map/mount-map.ts'
import { mapPieces, type Piece } from './map-pieces.ts'
import { PIXEL_RATIO } from './paper.ts'
import { type Ground, placeAt, zoomOf } from './true-scale.ts'

export interface MapToDraw {
  city: City
  layers: Layer[]
  picture: MapPicture
  ground: Ground
  label: string
  onPiece(done: number, all: number): void
  signal: AbortSignal
}

/** MapLibre's own limit of a canvas, device pixels. */
const MOST_PIXELS = 4096
/** While tiles come each frame is thrown away: it may be coarse, which on a machine without a graphics card is seconds a frame. */
const COARSE = 0.25
const PATIENCE_MS = 60_000

/** The sheet's map as a PNG of PIXEL_RATIO × its CSS pixels, drawn by a map that nobody sees, north up. Throws when a tile is missing: a plan
 *  with a hole in it is not printed. */
export async function drawMap(of: MapToDraw): Promise<Blob> {
  const [width, height] = of.ground.pixels
  const pieces = mapPieces([width, height], PIXEL_RATIO, Math.min(MOST_PIXELS, cardLimit()))
  const canvas = document.createElement('canvas')
  canvas.width = width * PIXEL_RATIO
  canvas.height = height * PIXEL_RATIO
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws on no canvas')
  for (const [done, piece] of pieces.entries()) {
    of.onPiece(done, pieces.length)
    await drawPiece(of, piece, pen)
    if (of.signal.aborted) throw new DOMException('given up', 'AbortError')
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the map could not be packed'))), 'image/png'),
  )
}

async function drawPiece(of: MapToDraw, piece: Piece, pen: CanvasRenderingContext2D): Promise<void> {
  const { x, y, width, height, around } = piece
  const box = document.createElement('div')
  box.style.cssText = `position:fixed;left:0;top:0;visibility:hidden;pointer-events:none;z-index:-1;width:${width + 2 * around}px;height:${height + 2 * around}px`
  document.body.append(box)
  const [sheetWidth, sheetHeight] = of.ground.pixels
  const [lng, lat] = placeAt(of.ground, [x + width / 2 - sheetWidth / 2, y + height / 2 - sheetHeight / 2])
  const style = mapStyle({
    ...{ city: of.city, layers: of.layers, picture: of.picture, highlight: null },
    ...{ fonts: fontFaces(), origin: location.origin },
  })
  const view = { lng, lat, zoom: zoomOf(of.ground), bearing: 0, pitch: 0 }
  const still = { pixelRatio: COARSE, still: true, restyle: <Style>(same: Style): Style => same }
  const map = mountMap(box, style, view, of.label, still)
  const failed = new Set<string>()
  map.on('error', (event) => {
    const { sourceId } = event as { sourceId?: string }
    failed.add(sourceId ?? event.error.message)
  })
  try {
    await idle(map, of.signal)
    if (failed.size > 0) throw new Error(`not complete: ${[...failed].join()}`)
    map.setPixelRatio(PIXEL_RATIO)
    await idle(map, of.signal)
    const picture = await snapshot(map)
    const [fromX, fromY, w, h] = [around, around, width, height].map((pixels) => pixels * PIXEL_RATIO) as Quad
    pen.drawImage(picture, fromX, fromY, w, h, x * PIXEL_RATIO, y * PIXEL_RATIO, w, h)
    picture.close()
  } finally {
    map.remove()
    box.remove()
  }
}

type Quad = [number, number, number, number]

/** Until all tiles are there and every name stands where it stays. */
const idle = (map: MapLibre, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = (act: () => void): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      map.off('idle', onIdle)
      act()
    }
    const onAbort = (): void => end(() => reject(new DOMException('given up', 'AbortError')))
    const onIdle = (): void => end(resolve)
    const timer = setTimeout(() => end(() => reject(new Error('the map did not come to rest'))), PATIENCE_MS)
    signal.addEventListener('abort', onAbort)
    map.on('idle', onIdle)
    map.triggerRepaint()
  })

/** The drawing buffer is only whole while a frame is being drawn. */
const snapshot = (map: MapLibre): Promise<ImageBitmap> =>
  new Promise((resolve, reject) => {
    map.once('render', () => createImageBitmap(map.getCanvas()).then(resolve, reject))
    map.triggerRepaint()
  })

/** Device pixels a side that this machine's graphics card draws. */
function cardLimit(): number {
  const gl = document.createElement('canvas').getContext('webgl2')
  if (!gl) throw new Error('this browser draws no map')
  const [wide = 0, high = 0] = gl.getParameter(gl.MAX_VIEWPORT_DIMS) as Int32Array
  const limit = Math.min(gl.getParameter(gl.MAX_RENDERBUFFER_SIZE) as number, wide, high)
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return limit
}
