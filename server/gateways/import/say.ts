import type { Layer, Text } from '../../contract/layer.ts'
import type { ImportTally, RejectedLine } from './import-job.ts'
import type { ImportRecord } from './import-store.ts'
import type { Mapping } from './mapping.ts'

/** Where the words go, and in which language. */
export interface Speaker {
  say(text: Text): void
  /** A line that the next one of its kind writes over, for progress. */
  pass(text: Text): void
  ask(question: Text): Promise<boolean>
}

export const HELP: Text = {
  zh: `用法
  npm run import -- <图层> <文件.csv|.geojson> --crs <坐标系> [--map 对应.json] [--dry-run] [--yes]
  npm run import -- list            做过的导入
  npm run import -- undo <编号>      整体撤销一次导入

  --crs       WGS84、CGCS2000、GCJ-02、BD-09，或 EPSG:4491…4554（CGCS2000 高斯-克吕格，米）
  --map       列的对应；不给时按列名猜，并先显示
  --save-map  把猜出的对应写成文件，改好后用 --map
  --dry-run   只看会新增、更改、拒绝什么，不写入
  --replace   文件里没有的，从图层中移除
  --rejected  把被拒绝的行连同原因写成 CSV
  --city      行政区划代码（6 位）；空库第一次导入时必填
  --yes       不再询问`,
  en: `Usage
  npm run import -- <layer> <file.csv|.geojson> --crs <system> [--map mapping.json] [--dry-run] [--yes]
  npm run import -- list            imports made so far
  npm run import -- undo <id>       take a whole import back

  --crs       WGS84, CGCS2000, GCJ-02, BD-09, or EPSG:4491…4554 (CGCS2000 Gauss-Krüger, metres)
  --map       which column is what; guessed by name and shown first when absent
  --save-map  write the guessed mapping to a file, to correct it and give it back with --map
  --dry-run   only show what would be added, changed and rejected
  --replace   remove from the layer what the file does not have
  --rejected  write the rejected rows with their reasons to a CSV file
  --city      6-digit area code; needed for the first import into an empty store
  --yes       do not ask`,
}

/** Which column is taken for what, and which is left out. */
export function sayMapping(mapping: Mapping, layer: Layer, columns: string[], guessed: boolean): Text {
  const nameOf = (target: string, language: 'zh' | 'en'): string =>
    layer.fields.find(({ key }) => key === target)?.name[language] ?? OWN_NAMES[target]?.[language] ?? target
  const used = new Set(Object.values(mapping.columns))
  const rest = columns.filter((column) => !used.has(column))
  const lines = (language: 'zh' | 'en'): string =>
    Object.entries(mapping.columns)
      .map(([target, column]) => `  ${column}  →  ${nameOf(target, language)} (${target})`)
      .join('\n')
  return {
    zh: `列的对应（${guessed ? '按列名猜测' : '按所给文件'}）：\n${lines('zh')}${rest.length ? `\n  不用的列：${rest.join('、')}` : ''}`,
    en: `Columns (${guessed ? 'guessed by name' : 'as given'}):\n${lines('en')}${rest.length ? `\n  left out: ${rest.join(', ')}` : ''}`,
  }
}

const OWN_NAMES: Record<string, Text> = {
  id: { zh: '标识码或自编号', en: 'Identification code or own number' },
  name: { zh: '名称', en: 'Name' },
  status: { zh: '状态', en: 'Status' },
  lng: { zh: '经度', en: 'Longitude' },
  lat: { zh: '纬度', en: 'Latitude' },
  wkt: { zh: '几何', en: 'Geometry' },
}

export const sayTally = ({ rows, added, changed, same, removed, rejected }: ImportTally, done: boolean): Text => ({
  zh: `${done ? '已写入' : '将会'}：${rows} 行，新增 ${added}，更改 ${changed}，不变 ${same}，移除 ${removed}，拒绝 ${rejected}`,
  en: `${done ? 'Written' : 'Would be'}: ${rows} rows, added ${added}, changed ${changed}, same ${same}, removed ${removed}, rejected ${rejected}`,
})

export const sayRejected = ({ number, text }: RejectedLine): Text => ({
  zh: `  第 ${number} 行不收：${text.zh}`,
  en: `  row ${number} rejected: ${text.en}`,
})

export const sayProgress = (read: number, total: number, rows: number): Text => {
  const percent = total > 0 ? Math.floor((100 * read) / total) : 100
  return { zh: `读到 ${percent} %，${rows} 行`, en: `${percent} % read, ${rows} rows` }
}

export function sayImports(records: ImportRecord[]): Text {
  const line = (of: ImportRecord, undone: string): string =>
    `  ${of.id}  ${of.layer}  ${of.file_name}  ${of.crs}  +${of.added} ~${of.changed} −${of.removed} ×${of.rejected}${of.undone_at ? `  ${undone} ${of.undone_at}` : ''}`
  if (records.length === 0) return { zh: '还没有做过导入。', en: 'No imports so far.' }
  return {
    zh: records.map((of) => line(of, '已撤销')).join('\n'),
    en: records.map((of) => line(of, 'undone')).join('\n'),
  }
}
