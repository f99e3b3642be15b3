import type { Map as MapLibre } from 'maplibre-gl'
import { type FrameOfImage, layStrip } from './draw-strip.ts'

/** The map as it is now, as a PNG, with its frame in a strip below it. */
export async function exportImage(map: MapLibre, frame: FrameOfImage): Promise<Blob> {
  const picture = await snapshot(map)
  const ratio = map.getPixelRatio()
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws on no canvas')
  const strip = layStrip(pen, picture.width / ratio, frame)
  canvas.width = picture.width
  canvas.height = picture.height + Math.round(strip.height * ratio)
  pen.drawImage(picture, 0, 0)
  pen.fillStyle = frame.ink['n-2']
  pen.fillRect(0, picture.height, canvas.width, canvas.height - picture.height)
  pen.scale(ratio, ratio)
  strip.draw(pen, picture.height / ratio)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be packed'))), 'image/png'),
  )
}

/** The drawing buffer is only whole while a frame is being drawn (preserveDrawingBuffer is off). */
const snapshot = (map: MapLibre): Promise<ImageBitmap> =>
  new Promise((resolve, reject) => {
    map.once('render', () => createImageBitmap(map.getCanvas()).then(resolve, reject))
    map.triggerRepaint()
  })
