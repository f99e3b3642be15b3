/** Images are drawn twice as large as they are shown, so that they are sharp on any screen in use. */
export const IMAGE_RATIO = 2

/** Draws on a fresh canvas of so many CSS pixels. */
export function canvasOf(width: number, height: number, draw: (pen: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = width * IMAGE_RATIO
  canvas.height = height * IMAGE_RATIO
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) throw new Error('this browser draws on no canvas')
  pen.scale(IMAGE_RATIO, IMAGE_RATIO)
  draw(pen)
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}
