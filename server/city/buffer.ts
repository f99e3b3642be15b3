/** Lines and polygons reach this far over a tile's edge, in parts of its side: 16 pixels of 512, so that a wide stroke has no seam.
 *  Points do not: MapLibre draws a point from the one tile it stands in. */
export const BUFFER = 128 / 4096
