import type { FieldValue } from '../contract/asset.ts'
import type { Field, Text } from '../contract/layer.ts'
import { isStorable } from '../store/storable-text.ts'

/** Whether a value is one of this field: its type, its limits (in the field's unit), its choices. That a referenced thing is there is not
 *  asked here. */
export function isValueOf(field: Field, value: Exclude<FieldValue, null>): boolean {
  switch (field.type) {
    case 'text':
    case 'reference':
      return typeof value === 'string' && isStorable(value)
    case 'integer':
      return Number.isInteger(value) && isWithin(field, value as number)
    case 'number':
      return Number.isFinite(value) && isWithin(field, value as number)
    case 'boolean':
      return typeof value === 'boolean'
    case 'date':
      return typeof value === 'string' && isDay(value)
    case 'instant':
      return (
        typeof value === 'string' &&
        INSTANT.test(value) &&
        isDay(value.slice(0, 10)) &&
        !Number.isNaN(Date.parse(value))
      )
    case 'choice':
      return field.choices?.some(({ id }) => id === value) ?? false
  }
}

const isWithin = ({ min, max }: Field, value: number): boolean =>
  (min === undefined || value >= min) && (max === undefined || value <= max)

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

/** YYYY-MM-DD of a day that exists; Date.parse takes 30 February for 1 March. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const parsed = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
}

/** Why something is not a value of this field, to stand behind it. */
export function wordOf({ type, choices = [], unit = '', min, max }: Field): Text {
  const limits = min === undefined && max === undefined ? '' : ` ${min ?? ''}…${max ?? ''}`
  const of = `${limits} ${unit}`.trimEnd()
  switch (type) {
    case 'choice':
      return {
        zh: `不在其中：${choices.map(({ name }) => name.zh).join('、')}`,
        en: `is none of: ${choices.map(({ id }) => id).join(', ')}`,
      }
    case 'integer':
      return { zh: `不是整数${of}`, en: `is no whole number${of}` }
    case 'number':
      return { zh: `不是数${of}`, en: `is no number${of}` }
    case 'boolean':
      return { zh: '应为是或否', en: 'is neither yes nor no' }
    case 'date':
      return { zh: '不是日期（YYYY-MM-DD）', en: 'is no date (YYYY-MM-DD)' }
    case 'instant':
      return { zh: '不是时刻', en: 'is no time' }
    default:
      return { zh: '不是文字', en: 'is no text' }
  }
}
