import type { LayerRows } from './layer-rows.ts'
import { ATTRIBUTES } from './meanings.ts'
import { type Filter, passes, type RowTest, rowTests } from './row-test.ts'

/** How many things of each status have which value of a field, by the value as text; things without one are under ''. A field that the layer does
 *  not have gives an empty map. One pass over the columns: no thing is read. */
export function countValues(rows: LayerRows, field: string, filter?: Filter): Map<string, Map<string, number>> {
  const { layer, meanings, looks } = rows
  const inLook = layer.fields.filter(({ inTile }) => inTile).findIndex(({ key }) => key === field)
  const at = meanings.keys.indexOf(field, ATTRIBUTES.length)
  if (inLook < 0 && at < 0) return new Map()
  const values =
    inLook < 0 ? (meanings.dictionaries[at]?.values ?? []) : looks.looks.map(({ fields }) => fields[inLook])
  const width = looks.looks.length
  const sums = new Float64Array((values.length + 1) * width)
  const tests = rowTests(rows, filter)
  for (const [segment, columns] of rows.segments.entries()) {
    const test = tests[segment] as RowTest
    const slots = inLook < 0 ? columns.attributes[at] : columns.look
    for (let row = 0; row < columns.count; row++) {
      if (!passes(test, columns, row)) continue
      const cell = (slots?.[row] ?? values.length) * width + (columns.look[row] as number)
      sums[cell] = (sums[cell] as number) + 1
    }
  }
  const counts = new Map<string, Map<string, number>>()
  for (let slot = 0; slot <= values.length; slot++)
    looks.looks.forEach(({ status }, look) => {
      const members = sums[slot * width + look] as number
      if (members === 0) return
      const value = String(values[slot] ?? '')
      const byStatus = counts.get(value) ?? new Map<string, number>()
      counts.set(value, byStatus.set(status, (byStatus.get(status) ?? 0) + members))
    })
  return counts
}
