import { faultOfArea } from './area-code.ts'
import { type CodeKind, type CodeMajor, type CodeRegistry, hasMajor, type TypeCode, typeOf } from './code-registry.ts'
import type { Text } from './layer.ts'

/** A code that holds, taken apart. Digits are kept as text: leading zeros count. */
export type ValidCode =
  /** 6 区划 + 5 type + 6 sequence, GB/T 47678.5; `local-17` has `L` and 4 digits for the type. */
  | { ok: true; kind: 'component-17' | 'local-17'; parts: { area: string; type: TypeCode; sequence: string } }
  /** 6 区划 + 2 major + 2 minor + 6 sequence, GB/T 30428.2 and CJ/T 214: the editions that know the major. */
  | {
      ok: true
      kind: 'component-16'
      parts: { area: string; major: string; minor: string; sequence: string; editions: string[] }
    }
  /** 6 区划 + 3 street + 3 community + 3 sequence, GB/T 30428.1. */
  | { ok: true; kind: 'unit-grid-15'; parts: { area: string; street: string; community: string; sequence: string } }
  /** 6 区划 + 5: the class of a matter, not a case number. */
  | { ok: true; kind: 'matter-11' | 'local-11'; parts: { area: string; type: TypeCode } }
  /** A component, a matter, or both, of the same digits. */
  | { ok: true; kind: 'type-5' | 'local-5'; parts: { types: TypeCode[] } }

export type CodeFault = 'digits' | 'length' | 'area' | 'street' | 'community' | 'major' | 'minor' | 'sequence'

export interface InvalidCode {
  ok: false
  fault: CodeFault
  message: Text
}

export type CodeCheck = ValidCode | InvalidCode

const refused = (fault: CodeFault, zh: string, en: string): InvalidCode => ({ ok: false, fault, message: { zh, en } })

/** Whether `text` is one of the five codes of the national standards or their local twins, and if not, its first fault
 *  from the left. Nothing is trimmed or converted: a blank or a full-width digit is a fault. Sources: GB/T 47678.5-2026 for
 *  17, 11 and 5; GB/T 30428.2-2013 for 16; GB/T 30428.1 for 15. The 小类 of a 16-digit code is only checked not to be 00. */
export function checkCode(text: string, registry: CodeRegistry): CodeCheck {
  const local = /^(\d{6})?L/.test(text)
  if (/^\d{6}(\d{5}|L\d{4})\d{6}$/.test(text)) return checkComponent(text, local, registry)
  if (/^\d{16}$/.test(text)) return checkOlderComponent(text, registry)
  if (/^\d{15}$/.test(text)) return checkUnitGrid(text, registry)
  if (/^\d{6}(\d{5}|L\d{4})$/.test(text)) return checkMatter(text, local, registry)
  if (/^(\d{5}|L\d{4})$/.test(text)) return checkType(text, local, registry)
  return faultOfShape(text)
}

function faultOfShape(text: string): InvalidCode {
  const letters = [...text]
  const at = letters.findIndex((letter, i) => !/[0-9]/.test(letter) && !(letter === 'L' && (i === 0 || i === 6)))
  if (at >= 0)
    return refused(
      'digits',
      `第 ${at + 1} 位“${letters[at]}”不是数字`,
      `character ${at + 1}, "${letters[at]}", is no digit`,
    )
  const n = letters.length
  return refused('length', `有 ${n} 位，应为 17、16、15、11 或 5 位`, `${n} characters; a code has 17, 16, 15, 11 or 5`)
}

function checkComponent(text: string, local: boolean, registry: CodeRegistry): CodeCheck {
  const [area, code, sequence] = [text.slice(0, 6), text.slice(6, 11), text.slice(11)]
  const type = typeOf(registry, 'component', code)
  if (!type) return areaFault(area, registry) ?? typeFault(code, ['component'], registry)
  const kind = local ? 'local-17' : 'component-17'
  return areaFault(area, registry) ?? sequenceFault(sequence) ?? { ok: true, kind, parts: { area, type, sequence } }
}

function checkMatter(text: string, local: boolean, registry: CodeRegistry): CodeCheck {
  const [area, code] = [text.slice(0, 6), text.slice(6)]
  const type = typeOf(registry, 'matter', code)
  if (!type) return areaFault(area, registry) ?? typeFault(code, ['matter'], registry)
  return areaFault(area, registry) ?? { ok: true, kind: local ? 'local-11' : 'matter-11', parts: { area, type } }
}

function checkType(code: string, local: boolean, registry: CodeRegistry): CodeCheck {
  const kinds: CodeKind[] = ['component', 'matter']
  const types = kinds.flatMap((kind) => typeOf(registry, kind, code) ?? [])
  if (types.length === 0) return typeFault(code, kinds, registry)
  return { ok: true, kind: local ? 'local-5' : 'type-5', parts: { types } }
}

const OLDER_EDITIONS: CodeMajor['edition'][] = ['GB/T 30428.2-2013', 'CJ/T 214']

function checkOlderComponent(text: string, registry: CodeRegistry): CodeCheck {
  const [area, major, minor, sequence] = [text.slice(0, 6), text.slice(6, 8), text.slice(8, 10), text.slice(10)]
  const editions = OLDER_EDITIONS.filter((edition) => hasMajor(registry, edition, 'component', major))
  return (
    // Codes given before a county was renumbered keep its old area.
    areaFault(area, registry, true) ??
    (editions.length === 0 ? majorFault(major) : undefined) ??
    (minor === '00' ? minorFault(major + minor) : undefined) ??
    sequenceFault(sequence) ?? { ok: true, kind: 'component-16', parts: { area, major, minor, sequence, editions } }
  )
}

// 县以下行政区划代码编制规则 (GB/T 10114): streets 001–099, towns 100–199, townships 200–399, enterprise units 400–599.
const TOP_OF_STREETS = 599

const outOfStreets = (digits: string) => Number(digits) < 1 || Number(digits) > TOP_OF_STREETS

function checkUnitGrid(text: string, registry: CodeRegistry): CodeCheck {
  const [area, street, community, sequence] = [text.slice(0, 6), text.slice(6, 9), text.slice(9, 12), text.slice(12)]
  const fault = areaFault(area, registry)
  if (fault) return fault
  if (outOfStreets(street))
    return refused('street', `街道代码 ${street} 不在 001–599 之内`, `street ${street} is not within 001–599`)
  if (outOfStreets(community))
    return refused(
      'community',
      `社区代码 ${community} 不在 001–599 之内`,
      `community ${community} is not within 001–599`,
    )
  return sequenceFault(sequence) ?? { ok: true, kind: 'unit-grid-15', parts: { area, street, community, sequence } }
}

function areaFault(area: string, registry: CodeRegistry, withdrawn = false): InvalidCode | undefined {
  const message = faultOfArea(area, registry, withdrawn)
  return message && { ok: false, fault: 'area', message }
}

/** What is wrong with a type that none of the kinds has: its major, or only its minor. */
function typeFault(code: string, kinds: CodeKind[], registry: CodeRegistry): InvalidCode {
  const edition = code.startsWith('L') ? 'local' : 'GB/T 47678.5-2026'
  const major = code.startsWith('L') ? code.slice(0, 3) : code.slice(0, 2)
  return kinds.some((kind) => hasMajor(registry, edition, kind, major)) ? minorFault(code) : majorFault(major)
}

const majorFault = (major: string) => refused('major', `没有大类 ${major}`, `there is no major class ${major}`)
const minorFault = (code: string) => refused('minor', `没有类别代码 ${code}`, `there is no type ${code}`)

const sequenceFault = (sequence: string) =>
  /^0+$/.test(sequence)
    ? refused('sequence', `顺序码 ${sequence} 应从 1 起`, `sequence ${sequence} must start at 1`)
    : undefined

/** Codes that stand more than once in a set, each with the positions (from 0) at which it stands. */
export function findDuplicateCodes(codes: Iterable<string>): { code: string; at: number[] }[] {
  const places = new Map<string, number[]>()
  let position = 0
  for (const code of codes) {
    const at = places.get(code)
    if (at) at.push(position)
    else places.set(code, [position])
    position++
  }
  return [...places].filter(([, at]) => at.length > 1).map(([code, at]) => ({ code, at }))
}
