/** `z/x/y` of the tile that holds a place (Web Mercator, XYZ). */
export function tileAt(zoom: number, [lng, lat]: [number, number]): string {
  const sine = Math.sin((lat * Math.PI) / 180)
  const x = Math.floor(((lng + 180) / 360) * 2 ** zoom)
  const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** zoom)
  return `${zoom}/${x}/${y}`
}
