import type { StyleImageMetadata } from 'maplibre-gl'
import { paletteOf } from '../../theme/palette.ts'
import { canvasOf, IMAGE_RATIO } from './canvas.ts'
import { drawCluster, drawMark } from './draw-mark.ts'
import { drawDiamond, drawDot, drawHatch, drawPeak, drawPlate, PLATE_STRETCH } from './draw-sign.ts'
import { parseImageName } from './image-name.ts'

export interface DrawnImage {
  image: ImageData
  options: Partial<StyleImageMetadata>
}

const drawn = new Map<string, Promise<DrawnImage | undefined>>()

/** The image of that name, drawn once however often the map is mounted; undefined when the name is not one of ours. */
export function drawImage(name: string): Promise<DrawnImage | undefined> {
  const known = drawn.get(name) ?? drawNew(name)
  drawn.set(name, known)
  return known
}

async function drawNew(name: string): Promise<DrawnImage | undefined> {
  const wanted = parseImageName(name)
  if (!wanted) return undefined
  const ink = paletteOf(wanted.theme)
  const options = { pixelRatio: IMAGE_RATIO }
  switch (wanted.kind) {
    case 'mark':
      return { image: await drawMark(wanted.state, wanted.icon, ink, wanted.theme), options }
    case 'cluster':
      return { image: drawCluster(wanted.state, ink, wanted.theme), options }
    case 'plate':
      return { image: canvasOf(24, 16, (pen) => drawPlate(pen, ink)), options: { ...options, ...PLATE_STRETCH } }
    case 'dot':
      return { image: canvasOf(7, 7, (pen) => drawDot(pen, ink)), options }
    case 'peak':
      return { image: canvasOf(10, 10, (pen) => drawPeak(pen, ink)), options }
    case 'diamond':
      return { image: canvasOf(18, 18, (pen) => drawDiamond(pen, ink)), options }
    case 'hatch':
      return { image: canvasOf(8, 8, (pen) => drawHatch(pen, ink)), options }
  }
}
