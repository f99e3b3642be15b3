import type { LngLat } from '../../../server/contract/geo.ts'

/** Reads a place as people write one: `93.785, 31.886`, `31.886N 93.785E`, `93°47′06″ 31°53′10″`. China lies at longitudes above 73 and
 *  latitudes below 54, so the larger number is the longitude whatever the order; letters decide where they stand. */
export function parsePlace(text: string): LngLat | undefined {
  const parts = [
    ...text.matchAll(
      /(-?\d+(?:\.\d+)?)(?:\s*°\s*(?:(\d+(?:\.\d+)?)\s*[′']\s*)?(?:(\d+(?:\.\d+)?)\s*[″"]\s*)?)?\s*([NSEW])?/gi,
    ),
  ]
  if (parts.length !== 2) return undefined
  const [a, b] = parts.map(([, degrees = '', minutes = '0', seconds = '0', letter = '']) => ({
    value: (Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600) * (/[SW]/i.test(letter) ? -1 : 1),
    letter: letter.toUpperCase(),
  }))
  if (!a || !b) return undefined
  const latitudeFirst = /[NS]/.test(a.letter) || /[EW]/.test(b.letter) || (!a.letter && !b.letter && a.value < b.value)
  const [lng, lat] = latitudeFirst ? [b.value, a.value] : [a.value, b.value]
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 85 ? [lng, lat] : undefined
}
