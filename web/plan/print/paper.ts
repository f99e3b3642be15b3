/** Sheets of ISO 216 in mm, and where their parts lie. One CSS pixel is 1/96 in on paper, always. */
export type PaperSize = 'a3' | 'a4'
export const PAPERS: readonly PaperSize[] = ['a3', 'a4']
export type Orientation = 'landscape' | 'portrait'

export interface Paper {
  size: PaperSize
  orientation: Orientation
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface SheetPlan {
  /** mm. */
  width: number
  height: number
  margin: number
  /** The map's picture. Its width and height are whole multiples of 4 px, so that its own pixels are whole ones too; mm. */
  map: Box
  /** CSS pixels. */
  mapPixels: readonly [width: number, height: number]
  /** Title, legend, scale: beside the map, or under it on an upright sheet; mm. */
  words: Box
}

export const MM_PER_PIXEL = 25.4 / 96
/** 216 dots per inch: the least for print is 200, and 9/4 of a multiple of 4 is whole. */
export const PIXEL_RATIO = 2.25

const SIZES: Record<PaperSize, readonly [short: number, long: number]> = { a3: [297, 420], a4: [210, 297] }
const MARGIN: Record<PaperSize, number> = { a3: 12, a4: 10 }
/** Of the words beside the map, and under it. */
const COLUMN: Record<PaperSize, number> = { a3: 72, a4: 60 }
const STRIP: Record<PaperSize, number> = { a3: 84, a4: 82 }
const GAP: Record<PaperSize, number> = { a3: 7, a4: 5 }
/** Degrees stand between the map and the outer line. */
export const BAND = 4.5

export function planSheet({ size, orientation }: Paper): SheetPlan {
  const [short, long] = SIZES[size]
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long]
  const [margin, gap] = [MARGIN[size], GAP[size]]
  const beside = orientation === 'landscape'
  const [freeWidth, freeHeight] = [width - 2 * margin, height - 2 * margin]
  const room = {
    width: freeWidth - (beside ? COLUMN[size] + gap : 0) - 2 * BAND,
    height: freeHeight - (beside ? 0 : STRIP[size] + gap) - 2 * BAND,
  }
  const mapPixels = [wholePixels(room.width), wholePixels(room.height)] as const
  const map = {
    ...{ x: margin + BAND, y: margin + BAND },
    ...{ width: mapPixels[0] * MM_PER_PIXEL, height: mapPixels[1] * MM_PER_PIXEL },
  }
  const words = beside
    ? { x: width - margin - COLUMN[size], y: margin, width: COLUMN[size], height: map.height + 2 * BAND }
    : { x: margin, y: height - margin - STRIP[size], width: map.width + 2 * BAND, height: STRIP[size] }
  return { width, height, margin, map, mapPixels, words }
}

const wholePixels = (mm: number): number => Math.floor(mm / MM_PER_PIXEL / 4) * 4
