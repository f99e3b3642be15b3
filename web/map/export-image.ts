import type { Map as MapLibre } from 'maplibre-gl'
import type { Palette } from '../theme/palette.ts'
import { metresInWords, type ScaleBar } from './scale-bar.ts'

export interface FrameOfImage {
  texts: { approval: string; demo: string | null; source: string }
  bar: ScaleBar
  ink: Palette
}

/** Height of the strip under the picture, CSS pixels. */
const STRIP = 28
const PADDING = 12

/** The map as it is now, as a PNG, with its frame in a strip below it. */
export async function exportImage(map: MapLibre, frame: FrameOfImage): Promise<Blob> {
  const picture = await snapshot(map)
  const ratio = map.getPixelRatio()
  const canvas = document.createElement('canvas')
  canvas.width = picture.width
  canvas.height = picture.height + Math.round(STRIP * ratio)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws on no canvas')
  pen.drawImage(picture, 0, 0)
  pen.fillStyle = frame.ink['n-2']
  pen.fillRect(0, picture.height, canvas.width, canvas.height - picture.height)
  pen.scale(ratio, ratio)
  drawStrip(pen, picture.height / ratio, picture.width / ratio, frame)
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

function drawStrip(pen: CanvasRenderingContext2D, top: number, width: number, { texts, bar, ink }: FrameOfImage): void {
  const line = top + STRIP - 9
  pen.font = `12px ${getComputedStyle(document.documentElement).getPropertyValue('--font-text') || 'sans-serif'}`
  pen.fillStyle = ink['text-2']
  pen.strokeStyle = ink['text-3']
  pen.lineWidth = 1
  pen.beginPath()
  pen.moveTo(PADDING, line - 5)
  pen.lineTo(PADDING, line)
  pen.lineTo(PADDING + bar.pixels, line)
  pen.lineTo(PADDING + bar.pixels, line - 5)
  pen.stroke()
  const left = `${metresInWords(bar.metres)}　${texts.approval}`
  pen.fillText(left, PADDING + bar.pixels + 8, line)
  pen.textAlign = 'right'
  pen.fillText([texts.demo, texts.source].filter(Boolean).join('　'), width - PADDING, line)
}
