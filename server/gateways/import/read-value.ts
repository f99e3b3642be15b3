import { isDay, isValueOf } from '../../assets/is-value-of.ts'
import type { FieldValue } from '../../contract/asset.ts'
import type { Field } from '../../contract/layer.ts'

const YES = new Set(['1', 'true', 't', 'yes', 'y', '是', '有', '√', '真'])
const NO = new Set(['0', 'false', 'f', 'no', 'n', '否', '无', '没有', '×', '假'])

/** A cell's text as the field's value; undefined when it cannot be one. Texts are in the file's words, e.g. 是, 150W, 2024/3/1. */
export function readValue(field: Field, text: string): FieldValue | undefined {
  const value = understand(field, text)
  return value !== undefined && isValueOf(field, value) ? value : undefined
}

/** What the text says, whether or not the field allows it. */
function understand(field: Field, text: string): Exclude<FieldValue, null> | undefined {
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

function readNumber({ unit }: Field, text: string): number | undefined {
  const bare = unit && text.toLowerCase().endsWith(unit.toLowerCase()) ? text.slice(0, -unit.length) : text
  const digits = bare.trim().replace(/(?<=\d),(?=\d{3}\b)/g, '')
  return digits === '' ? undefined : Number(digits)
}

/** YYYY-MM-DD from 2024-3-1, 2024/03/01, 2024.3.1, 20240301 or 2024年3月1日; a day that does not exist is undefined. */
function readDate(text: string): string | undefined {
  const parts =
    text.match(/^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T].*)?$/) ?? text.match(/^(\d{4})(\d{2})(\d{2})$/)
  if (!parts) return undefined
  const day = [parts[1], parts[2]?.padStart(2, '0'), parts[3]?.padStart(2, '0')].join('-')
  return isDay(day) ? day : undefined
}
