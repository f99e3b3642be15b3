import { z } from 'zod'
import type { Layer, Text } from '../../contract/layer.ts'

/** Which column of a file is what. Written by hand, or guessed and saved to be corrected. */
export const Mapping = z.strictObject({
  /** Target to column. Targets: `id`, `name`, `status`, `lng`, `lat`, `wkt`, and the layer's field keys. */
  columns: z.record(z.string(), z.string()),
  /** Target to a value that every row gets. */
  constants: z.record(z.string(), z.string()).default({}),
  /** Target to (word in the file to the layer's own id of a status or choice). */
  values: z.record(z.string(), z.record(z.string(), z.string())).default({}),
})
export type Mapping = z.infer<typeof Mapping>

/** Targets that every layer has, with the names that files give them. */
const OWN_TARGETS: Record<string, string[]> = {
  id: [
    'id',
    'objid',
    'objcode',
    'glbjbsm',
    '标识码',
    '部件标识码',
    '管理部件标识码',
    '编码',
    '编号',
    '部件编码',
    'code',
    '唯一编号',
    '序号编码',
  ],
  name: ['name', 'objname', 'glbjmc', '名称', '部件名称', '点位名称'],
  status: ['status', 'state', 'objstate', 'glbjzt', '状态', '部件状态', '使用状态'],
  lng: ['lng', 'lon', 'long', 'longitude', 'x', 'x坐标', '经度', 'jd', 'point_x', '横坐标'],
  lat: ['lat', 'latitude', 'y', 'y坐标', '纬度', 'wd', 'point_y', '纵坐标'],
  wkt: ['wkt', 'geom', 'geometry', 'the_geom', '几何', '空间'],
}

/** Spelling that does not matter: case, blanks, dashes, and a unit in brackets behind the name. */
const plain = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（[【].*?[)）\]】]\s*$/u, '')
    .replace(/[\s_\-.:：]/g, '')

/** The names that each target goes by, the strongest first. */
function namesOf(layer: Layer): [string, string[]][] {
  const own = Object.entries(OWN_TARGETS)
  const fields = layer.fields.map((field): [string, string[]] => [
    field.key,
    [field.key, field.name.zh, field.name.en, ...field.aliases],
  ])
  return [...fields, ...own]
}

/** The columns whose names say what they are: the whole name first, then its end (灯杆编号 ends in 编号). A column serves one target and a
 *  target takes one column; the rest is left out. */
export function guessMapping(layer: Layer, columns: string[]): Mapping {
  const free = new Map(columns.map((column) => [plain(column), column]))
  const found: Record<string, string> = {}
  const targets = namesOf(layer)
  const take = (fits: (column: string, name: string) => boolean): void => {
    const longest = Math.max(...targets.map(([, names]) => names.length))
    // By strength of name over all targets: the first alias of one target goes before the third of another.
    for (let rank = 0; rank < longest; rank += 1)
      for (const [target, names] of targets) {
        const name = plain(names[rank] ?? '')
        const column = [...free.keys()].find((key) => name !== '' && fits(key, name))
        if (column === undefined || found[target] !== undefined) continue
        found[target] = free.get(column) ?? column
        free.delete(column)
      }
  }
  take((column, name) => column === name)
  take((column, name) => CHINESE_WORD.test(name) && column.endsWith(name))
  return { columns: found, constants: {}, values: {} }
}

/** Two signs at least: 号 alone ends too many names. */
const CHINESE_WORD = /^\p{Script=Han}{2,}$/u

/** What is wrong with a mapping for this layer and file; empty when nothing is. */
export function faultsOfMapping(mapping: Mapping, layer: Layer, columns: string[], hasGeometry: boolean): Text[] {
  const targets = [...Object.keys(OWN_TARGETS), ...layer.fields.map(({ key }) => key)]
  const faults: Text[] = []
  for (const target of [mapping.columns, mapping.constants, mapping.values].flatMap((part) => Object.keys(part)))
    if (!targets.includes(target))
      faults.push({
        zh: `${layer.name.zh}没有“${target}”这个字段；有：${targets.join('、')}`,
        en: `${layer.id} has no field “${target}”; it has: ${targets.join(', ')}`,
      })
  for (const [target, column] of Object.entries(mapping.columns))
    if (!columns.includes(column))
      faults.push({
        zh: `${target}：文件没有“${column}”这一列；有：${columns.join('、')}`,
        en: `${target}: the file has no column “${column}”; it has: ${columns.join(', ')}`,
      })
  const { lng, lat, wkt } = mapping.columns
  if (!hasGeometry && !wkt && !(lng && lat))
    faults.push({
      zh: '没有位置：请在对应中写明 lng 和 lat 两列，或 wkt 一列',
      en: 'no place: name the columns of lng and lat, or of wkt',
    })
  return faults
}
