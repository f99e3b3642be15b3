/** A wall in shares of its height (web/wall/wall.css): what a preview is drawn by. */
export interface WallMeasures {
  width: number
  header: number
  foot: number
  margin: number
  column: number
}

export type WallShape = '16:9' | '48:9'

export const MEASURES: Record<WallShape, WallMeasures> = {
  '16:9': { width: 16 / 9, header: 0.125, foot: 0.11, margin: 0.03, column: 0.39 },
  '48:9': { width: 48 / 9, header: 0.125, foot: 0.11, margin: 0.09, column: 0.66 },
}

/** The map of a wall is drawn 1,440 pixels high whatever its size; between the columns so much of it is free. */
const FREE_PIXELS = 1_440 * (16 / 9 - 2 * (0.39 + 0.03 + 0.03))

/** The zoom at which a wall shows between its columns as much of the city as a map of so many pixels. */
export const zoomOnWall = (zoom: number, width: number): number =>
  Math.max(0, Math.min(22, Math.round((zoom + Math.log2(FREE_PIXELS / Math.max(1, width))) * 100) / 100))

export const zoomOnMap = (zoom: number, width: number): number => zoom - Math.log2(FREE_PIXELS / Math.max(1, width))
