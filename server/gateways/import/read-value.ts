import type { FieldValue } from '../../contract/asset.ts'
import type { Field, Text } from '../../contract/layer.ts'

const YES = new Set(['1', 'true', 't', 'yes', 'y', '是', '有', '√', '真'])
const NO = new Set(['0', 'false', 'f', 'no', 'n', '否', '无', '没有', '×', '假'])

/** A cell's text as the field's value; undefined when it cannot be one. Texts are in the file's words, e.g. 是, 150W, 2024/3/1. */
export function readValue(field: Field, text: string): FieldValue | undefined {
  switch (field.type) {
    case 'text':
    case 'reference':
      return text
    case 'integer':
    case 'number':
      return readNumber(field, text)
    case 'boolean':
      return YES.has(text.toLowerCase()) ? true : NO.has(text.toLowerCase()) ? false : undefined
    case 'date':
      return readDate(text)
    case 'instant': {
      // A time without a zone is business time.
      const instant = new Date(/[zZ]|[+-]\d\d:?\d\d$/.test(text) ? text : `${text.replace(' ', 'T')}+08:00`)
      return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString()
    }
    case 'choice': {
      const wanted = text.toLowerCase()
      return field.choices?.find(({ id, name }) => [id, name.zh, name.en].some((word) => word.toLowerCase() === wanted))
        ?.id
    }
  }
}

function readNumber({ type, unit, min, max }: Field, text: string): number | undefined {
  const bare = unit && text.toLowerCase().endsWith(unit.toLowerCase()) ? text.slice(0, -unit.length) : text
  const digits = bare.trim().replace(/(?<=\d),(?=\d{3}\b)/g, '')
  const value = digits === '' ? Number.NaN : Number(digits)
  if (!Number.isFinite(value) || (type === 'integer' && !Number.isInteger(value))) return undefined
  return (min !== undefined && value < min) || (max !== undefined && value > max) ? undefined : value
}

/** YYYY-MM-DD from 2024-3-1, 2024/03/01, 2024.3.1, 20240301 or 2024年3月1日; a day that does not exist is undefined. */
function readDate(text: string): string | undefined {
  const parts =
    text.match(/^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T].*)?$/) ?? text.match(/^(\d{4})(\d{2})(\d{2})$/)
  if (!parts) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined
}

/** Why a text is not a value of this field, to stand behind the text. */
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
    default:
      return { zh: '不是时刻', en: 'is no time' }
  }
}
