import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { Mapping } from './mapping.ts'
import { ImportStopped } from './refusals.ts'

/** The mapping in a JSON file; ImportStopped when it cannot be read or is not one. */
export async function readMapping(path: string): Promise<Mapping> {
  let json: unknown
  try {
    json = JSON.parse(await readFile(path, 'utf8'))
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault)
    throw new ImportStopped(`读不出对应文件 ${path}：${why}`, `The mapping ${path} cannot be read: ${why}`)
  }
  const mapping = Mapping.safeParse(json)
  if (mapping.success) return mapping.data
  const why = z.prettifyError(mapping.error)
  throw new ImportStopped(`对应文件 ${path} 有误：\n${why}`, `The mapping ${path} is wrong:\n${why}`)
}
