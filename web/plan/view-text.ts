import type { View } from '../map/city-map.ts'

const NUMBER = '-?\\d{1,3}(?:\\.\\d{1,9})?'
const VIEW = new RegExp(`^${NUMBER},${NUMBER},${NUMBER}(,${NUMBER},${NUMBER})?$`)

export function readView(text: string | undefined): View | undefined {
  if (text === undefined || !VIEW.test(text)) return undefined
  const [lng = 999, lat = 99, zoom = 0, bearing = 0, pitch = 0] = text.split(',').map(Number)
  const sane = Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 24 && Math.abs(bearing) <= 360
  return sane ? { lng, lat, zoom, bearing, pitch: Math.min(Math.max(pitch, 0), 60) } : undefined
}

/** Six decimals are a tenth of a metre. */
export const viewText = ({ lng, lat, zoom, bearing, pitch }: View): string => {
  const place = [lng.toFixed(6), lat.toFixed(6), zoom.toFixed(2)]
  return (bearing || pitch ? [...place, bearing.toFixed(1), pitch.toFixed(1)] : place).join(',')
}
