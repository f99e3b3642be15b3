import { parseArgs } from 'node:util'
import { ImportStopped } from './refusals.ts'

/** What was asked for on the command line. */
export type ImportCommand =
  | { verb: 'help' }
  | { verb: 'list' }
  | { verb: 'undo'; id: string }
  | {
      verb: 'file'
      layer: string
      path: string
      map?: string
      saveMap?: string
      crs?: string
      rejected?: string
      dryRun: boolean
      yes: boolean
      replace: boolean
    }

/** Throws ImportStopped where the command cannot be read. */
export function readCommand(words: string[]): ImportCommand {
  const { values, positionals } = parsed(words)
  const [first, second, third] = positionals
  if (values.help || first === undefined) return { verb: 'help' }
  if (first === 'list') return { verb: 'list' }
  if (first === 'undo') {
    if (!second)
      throw new ImportStopped(
        '撤销哪一次？请给编号：npm run import -- undo 20241121-3fa9c1',
        'Undo which? Give the number of the import: npm run import -- undo 20241121-3fa9c1',
      )
    return { verb: 'undo', id: second }
  }
  if (!second)
    throw new ImportStopped(
      `把哪个文件导入 ${first}？npm run import -- ${first} <文件> --crs <坐标系>`,
      `Which file goes into ${first}? npm run import -- ${first} <file> --crs <system>`,
    )
  if (third)
    throw new ImportStopped(
      `一次一个文件：“${third}”多了（名字里有空格时请加引号）。`,
      `One file at a time: “${third}” is one too many (put a name with blanks in quotes).`,
    )
  const { map, crs, rejected } = values
  const flags = { dryRun: values['dry-run'], yes: values.yes, replace: values.replace }
  return { verb: 'file', layer: first, path: second, map, crs, rejected, saveMap: values['save-map'], ...flags }
}

function parsed(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        map: { type: 'string' },
        'save-map': { type: 'string' },
        crs: { type: 'string' },
        rejected: { type: 'string' },
        // Read by whoever opens the store; named here so that it is no unknown option.
        city: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        replace: { type: 'boolean', default: false },
        yes: { type: 'boolean', short: 'y', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault)
    throw new ImportStopped(`命令有误：${why}`, why)
  }
}
