import { z } from '@hono/zod-openapi'
import { Bbox, LngLat } from '../contract/geo.ts'

const NUMBER = /^-?\d{1,20}(\.\d{0,30})?(e-?\d{1,3})?$/i

const numbersOf = (text: string, count: number): number[] | undefined => {
  const parts = text.split(',').map((part) => part.trim())
  return parts.length === count && parts.every((part) => NUMBER.test(part)) ? parts.map(Number) : undefined
}

const refuse = (context: z.RefinementCtx<string>, input: string, message: string): typeof z.NEVER => {
  context.issues.push({ code: 'custom', message, input })
  return z.NEVER
}

/** `w,s,e,n` in degrees WGS84; never across the antimeridian. */
export const BboxParameter = z
  .string()
  .transform((text, context): z.infer<typeof Bbox> => {
    const numbers = numbersOf(text, 4)
    if (!numbers) return refuse(context, text, 'give four numbers in degrees, west,south,east,north')
    const parsed = Bbox.safeParse(numbers)
    if (parsed.success) return parsed.data
    const said = parsed.error.issues[0]?.message ?? ''
    return refuse(
      context,
      text,
      said.startsWith('Too') ? 'a longitude is within ±180 and a latitude within ±90 degrees' : said,
    )
  })
  .openapi({ description: 'west,south,east,north in degrees WGS84', example: '93.76,31.87,93.81,31.9' })

/** `lng,lat` in degrees WGS84. */
export const LngLatParameter = z
  .string()
  .transform((text, context): z.infer<typeof LngLat> => {
    const parsed = LngLat.safeParse(numbersOf(text, 2))
    return parsed.success
      ? parsed.data
      : refuse(context, text, 'give longitude,latitude in degrees, within ±180 and ±90')
  })
  .openapi({ description: 'longitude,latitude in degrees WGS84', example: '93.785,31.886' })

/** A whole number of the query from 1 to `max`. */
export const countParameter = (max: number, standard: number) =>
  z
    .string()
    .default(String(standard))
    .transform((text, context): number => {
      const count = /^\d{1,9}$/.test(text) ? Number(text) : 0
      return count >= 1 && count <= max ? count : refuse(context, text, `give a whole number from 1 to ${max}`)
    })
    .openapi({ description: `1 to ${max}; ${standard} when absent`, example: String(standard) })

/** An ISO instant with its zone, or a day of the business calendar; given back as an instant in UTC, so that it sorts. */
export const instantParameter = (description: string) =>
  z
    .string()
    .transform((text, context): string => {
      const day = /^\d{4}-\d{2}-\d{2}$/.test(text)
      const instant = INSTANT.test(text)
      // 00:00 of a day in Asia/Shanghai, which has had no other offset since 1991.
      const ms = day ? Date.parse(`${text}T00:00:00+08:00`) : instant ? Date.parse(text) : Number.NaN
      return Number.isNaN(ms) || (day && !realDay(text))
        ? refuse(context, text, 'give an instant as 2026-05-01T08:00:00+08:00 or a day as 2026-05-01')
        : new Date(ms).toISOString()
    })
    .openapi({ description, example: '2026-05-01' })

/** An ISO instant with its zone, in the past: what is answered is the city as it stood then. Given back in UTC. A plus sign that an address
 *  did not escape comes as a blank. */
export const AtParameter = z
  .string()
  .transform((text, context): string => {
    const at = text.replace(/ (?=\d{2}:\d{2}$)/, '+')
    const ms = INSTANT.test(at) && realDay(at.slice(0, 10)) ? Date.parse(at) : Number.NaN
    return Number.isNaN(ms)
      ? refuse(context, text, 'give an instant with its zone as 2026-05-01T08:00:00+08:00')
      : new Date(ms).toISOString()
  })
  .openapi({
    description: 'The city as it stood at this instant; now when absent',
    example: '2026-05-01T08:00:00+08:00',
  })

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

/** Date.parse takes 30 February for 1 March. */
const realDay = (day: string): boolean => {
  const parsed = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day)
}

/** A comma list of words out of `known`. */
export const wordsParameter = <T extends string>(known: readonly T[], description: string) =>
  z
    .string()
    .transform((text, context): T[] => {
      const words = text.split(',')
      const strange = words.find((word) => !known.some((one) => one === word))
      return strange === undefined
        ? known.filter((one) => words.includes(one))
        : refuse(context, text, `"${strange.slice(0, 40)}" is none of ${known.join(', ')}`)
    })
    .openapi({ description: `${description}: a comma list of ${known.join(', ')}` })
