import type { Layer } from '../contract/layer.ts'
import type { FaultInFile } from './data-error.ts'

/** Every thing of a layer must get exactly one type code: conditions name a required choice, and leave none of its values out. */
export function faultsOfCodes({ codes, fields, edition }: Layer): FaultInFile[] {
  const faults: FaultInFile[] = []
  const add = (path: string, message: string) => faults.push({ path, message })
  const plain = codes.filter(({ when }) => !when)
  if (plain.length > 1) add('codes', `${plain.length} codes have no condition; at most one may`)
  const seen = new Set<string>()
  codes.forEach(({ code, when }, i) => {
    if (code.startsWith('L') !== (edition === 'local'))
      add(`codes[${i}].code`, `"${code}" is not a code of the edition "${edition}"`)
    if (!when) return
    const condition = `${when.field}=${when.equals}`
    const field = fields.find(({ key }) => key === when.field)
    if (!field) add(`codes[${i}].when.field`, `there is no field "${when.field}"`)
    else if (field.type !== 'choice') add(`codes[${i}].when.field`, `"${when.field}" is not a choice`)
    else if (!field.choices?.some(({ id }) => id === when.equals))
      add(`codes[${i}].when.equals`, `"${when.field}" has no choice "${when.equals}"`)
    else if (seen.has(condition)) add(`codes[${i}].when`, `a code for ${condition} stands before`)
    seen.add(condition)
  })
  if (plain.length === 0) faults.push(...uncovered(codes, fields, seen))
  return faults
}

/** With conditions only, they must be about one required field and name each of its choices. */
function uncovered(codes: Layer['codes'], fields: Layer['fields'], seen: ReadonlySet<string>): FaultInFile[] {
  const keys = new Set(codes.flatMap(({ when }) => when?.field ?? []))
  if (keys.size > 1) return [{ path: 'codes', message: 'conditions on several fields need a code without a condition' }]
  return fields
    .filter(({ key }) => keys.has(key))
    .flatMap(({ key, required, choices = [] }) => [
      ...(required
        ? []
        : [{ path: 'codes', message: `"${key}" is not required, so a thing may be left without a code` }]),
      ...choices
        .filter(({ id }) => !seen.has(`${key}=${id}`))
        .map(({ id }) => ({ path: 'codes', message: `no code for ${key}=${id}` })),
    ])
}
