import type { Field } from '../server/contract/layer.ts'
import { words } from './i18n/i18n.ts'

type Language = 'zh' | 'en'

/** Business time, whatever the machine's own zone is. */
const ZONE = 'Asia/Shanghai'
const SHANGHAI_MS = 8 * 3_600_000

/** By decimals: to make one costs as much as to write hundreds of figures with it. */
const writers = new Map<number, Intl.NumberFormat>()

/** 12,345.6 with at most `digits` decimals. */
export function number(value: number, digits = 0): string {
  let writer = writers.get(digits)
  if (!writer) {
    writer = new Intl.NumberFormat('en-GB', { maximumFractionDigits: digits })
    writers.set(digits, writer)
  }
  return writer.format(value)
}

/** Days that are left in full: one that ends meanwhile is not. */
export const wholeDays = (days: number): string => number(Math.floor(days))

/** A difference carries its sign, with a real minus: +6, −11. */
export const signed = (value: number, digits = 0): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${number(Math.abs(value), digits)}`

/** The day in Shanghai of an instant, YYYY-MM-DD. China keeps no summer time, so eight hours are always right. */
export const dayOf = (instant: string | number): string =>
  new Date(new Date(instant).getTime() + SHANGHAI_MS).toISOString().slice(0, 10)

/** 21:36 in Shanghai. */
export const clock = (instant: string | number): string =>
  new Date(new Date(instant).getTime() + SHANGHAI_MS).toISOString().slice(11, 16)

/** 2026-11-22 in Chinese, 22 Nov 2026 in English. */
export const dayWords = (day: string, language: Language): string =>
  language === 'zh'
    ? day
    : new Date(`${day}T12:00:00+08:00`).toLocaleDateString('en-GB', {
        timeZone: ZONE,
        year: 'numeric',
        month: 'short',
        day: 'numeric',
      })

/** As short as it is clear: 21:36 today, 昨日 21:36, 11-21 21:36, 2024-05-10 21:36. */
export function moment(instant: string | number, now: number): string {
  const day = dayOf(instant)
  const time = clock(instant)
  if (day === dayOf(now)) return time
  if (day === dayOf(now - 86_400_000)) return words('time.yesterday', { time })
  return day.slice(0, 4) === dayOf(now).slice(0, 4) ? `${day.slice(5)} ${time}` : `${day} ${time}`
}

/** 1 小时 05 分; over a day in days and hours; under a minute in seconds. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return words('time.seconds', { n: whole })
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return words('time.minutes', { n: minutes })
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return words('time.hours', { h: hours, m: String(minutes % 60).padStart(2, '0') })
  return words('time.days', { d: Math.floor(hours / 24), h: hours % 24 })
}

/** 剩 1 小时 05 分 or 超 1 小时 40 分: never a negative number. */
export const timeLeft = (seconds: number): string =>
  words(seconds >= 0 ? 'time.left' : 'time.over', { time: duration(Math.abs(seconds)) })

export const distance = (metres: number): string =>
  metres < 1000 ? `${number(metres, metres < 10 ? 1 : 0)} m` : `${number(metres / 1000, 2)} km`

export const area = (squareMetres: number): string =>
  squareMetres < 1_000_000 ? `${number(squareMetres)} m²` : `${number(squareMetres / 1_000_000, 2)} km²`

/** 31.88612 N 93.78501 E, five decimals: about a metre. */
export const coordinates = ([lng, lat]: readonly [number, number]): string =>
  `${Math.abs(lat).toFixed(5)} ${lat < 0 ? 'S' : 'N'}  ${Math.abs(lng).toFixed(5)} ${lng < 0 ? 'W' : 'E'}`

/** 540626 01003 000131: area, type, number. A code of another length is left as it is. */
export const identification = (id: string): string => {
  const parts = /^(\d{6})(\d{5}|L\d{4})(\d{6})$/.exec(id)
  return parts ? parts.slice(1).join(' ') : id
}

/** A field's value in words, without its unit; undefined when there is none. */
export function fieldValue(field: Field, value: unknown, language: Language): string | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'boolean') return words(value ? 'card.yes' : 'card.no')
  if (typeof value === 'number') return number(value, 2)
  if (field.type === 'choice') return field.choices?.find(({ id }) => id === value)?.name[language] ?? String(value)
  if (field.type === 'date') return dayWords(String(value), language)
  if (field.type === 'instant') return `${dayOf(String(value))} ${clock(String(value))}`
  return String(value)
}
