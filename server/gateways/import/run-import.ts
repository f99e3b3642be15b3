import { stat, writeFile } from 'node:fs/promises'
import { assetsOfLayer } from '../../assets/asset-store.ts'
import { faultOfArea } from '../../contract/area-code.ts'
import type { CodeRegistry } from '../../contract/code-registry.ts'
import type { Geometry } from '../../contract/geo.ts'
import type { Layer } from '../../contract/layer.ts'
import type { Store } from '../../store/store.ts'
import { hintCrs, sayHint } from './hint-crs.ts'
import { importFile, tryImport } from './import-file.ts'
import type { ImportJob, ImportWatch } from './import-job.ts'
import { listImports } from './import-store.ts'
import { faultsOfMapping, guessMapping, type Mapping } from './mapping.ts'
import { placeSample } from './place-sample.ts'
import { type ImportCommand, readCommand } from './read-command.ts'
import { readMapping } from './read-mapping.ts'
import { openSource, type SourceFile } from './read-rows.ts'
import { ImportStopped } from './refusals.ts'
import { HELP, type Speaker, sayImports, sayMapping, sayProgress, sayRejected, sayTally } from './say.ts'
import { declaredCrs } from './to-wgs84.ts'
import { undoImport } from './undo-import.ts'
import { openRejected } from './write-rejected.ts'

export interface ImportNeeds {
  store: Store
  /** 6-digit area code of the city. */
  city: string
  layers: Layer[]
  registry: CodeRegistry
  now: () => string
  speaker: Speaker
}

type FileCommand = Extract<ImportCommand, { verb: 'file' }>

/** Rows shown by name before anything is written; the rest is counted. */
const SHOWN = 12

/** The whole `npm run import` command. Answers the exit code: 0 done, 1 refused or not confirmed. */
export async function runImport(words: string[], needs: ImportNeeds): Promise<0 | 1> {
  try {
    const fault = faultOfArea(needs.city, needs.registry, false)
    if (fault) throw new ImportStopped(fault.zh, fault.en)
    const command = readCommand(words)
    if (command.verb === 'file') return await bringIn(command, needs)
    if (command.verb === 'list') needs.speaker.say(sayImports(await listImports(needs.store.db, needs.city)))
    else if (command.verb === 'undo') await takeBack(command.id, needs)
    else needs.speaker.say(HELP)
    return 0
  } catch (fault) {
    if (!(fault instanceof ImportStopped)) throw fault
    needs.speaker.say(fault.text)
    return 1
  }
}

async function takeBack(id: string, { store, city, now, speaker }: ImportNeeds): Promise<void> {
  const tally = await undoImport(store, { city, id, now: now() }, (rows) =>
    speaker.pass({ zh: `已处理 ${rows} 个`, en: `${rows} done` }),
  )
  speaker.say({
    zh: `已撤销：移除 ${tally.removed} 个，恢复 ${tally.restored} 个。`,
    en: `Undone: ${tally.removed} removed, ${tally.restored} restored.`,
  })
}

async function bringIn(command: FileCommand, needs: ImportNeeds): Promise<0 | 1> {
  const { speaker, store } = needs
  const { job, columns } = await jobOf(command, needs)
  const rejected = command.rejected ? openRejected(command.rejected, columns) : undefined
  let [taken, refused] = [0, 0]
  const tally = await tryImport(job, store, {
    ...(await progressOf(job.source, speaker)),
    onTaken: (number, kind, name, id) => {
      taken += 1
      if (taken <= SHOWN)
        speaker.say({
          zh: `  第 ${number} 行${kind === 'added' ? '新增' : '更改'}：${name} ${id}`,
          en: `  row ${number} ${kind}: ${name} ${id}`,
        })
    },
    onRejected: (line) => {
      rejected?.add(line)
      refused += 1
      if (refused <= SHOWN) speaker.say(sayRejected(line))
    },
  })
  speaker.say(sayTally(tally, false))
  await rejected?.close()
  if (refused > SHOWN && !rejected)
    speaker.say({
      zh: '  用 --rejected 文件.csv 写出全部被拒绝的行。',
      en: '  --rejected file.csv writes all the rejected rows.',
    })
  if (command.dryRun) return 0
  if (tally.added + tally.changed + tally.removed === 0) {
    speaker.say({ zh: '没有可写入的内容。', en: 'There is nothing to write.' })
    return tally.rejected > 0 ? 1 : 0
  }
  if (!command.yes && !(await speaker.ask({ zh: '写入以上内容？', en: 'Write this?' }))) {
    speaker.say({ zh: '没有写入。加 --yes 可不经询问写入。', en: 'Nothing was written. --yes writes without asking.' })
    return 1
  }
  const done = await importFile(job, store, await progressOf(job.source, speaker))
  speaker.say(sayTally(done, true))
  speaker.say({ zh: `撤销：npm run import -- undo ${done.id}`, en: `To undo: npm run import -- undo ${done.id}` })
  return 0
}

async function jobOf(
  command: FileCommand,
  { store, city, layers, registry, now, speaker }: ImportNeeds,
): Promise<{ job: ImportJob; columns: string[] }> {
  const layer = layers.find(({ id }) => id === command.layer)
  if (!layer) {
    const ids = layers.map(({ id }) => id)
    throw new ImportStopped(
      `没有图层“${command.layer}”；有：${layers.map(({ id, name }) => `${id} ${name.zh}`).join('、')}`,
      `No layer “${command.layer}”; there are: ${ids.join(', ')}`,
    )
  }
  const source = await openSource(command.path)
  const { columns, hasGeometry } = await placeSample(source)
  const mapping: Mapping = command.map ? await readMapping(command.map) : guessMapping(layer, columns)
  speaker.say({
    zh: `${command.path}：${source.encoding}，${columns.length} 列`,
    en: `${command.path}: ${source.encoding}, ${columns.length} columns`,
  })
  speaker.say(sayMapping(mapping, layer, columns, !command.map))
  if (command.saveMap) await writeFile(command.saveMap, `${JSON.stringify(mapping, null, 2)}\n`)
  const faults = faultsOfMapping(mapping, layer, columns, hasGeometry)
  if (faults.length > 0)
    throw new ImportStopped(faults.map(({ zh }) => zh).join('\n'), faults.map(({ en }) => en).join('\n'))
  const crs = command.crs === undefined ? undefined : declaredCrs(command.crs)
  if (!crs) throw await undeclared(command.crs, source, mapping, { store, city, layer })
  const job = { city, layer, source, mapping, crs, registry, replace: command.replace, now: now() }
  return { job, columns }
}

/** Why there is no import without a coordinate system, with what the file looks like. */
async function undeclared(
  said: string | undefined,
  source: SourceFile,
  mapping: Mapping,
  { store, city, layer }: { store: Store; city: string; layer: Layer },
): Promise<ImportStopped> {
  const { positions } = await placeSample(source, mapping)
  const known: Geometry[] = []
  for (const id of new Set(['roads', layer.id]))
    for await (const page of assetsOfLayer(store.db, city, id)) known.push(...page.map(({ geometry }) => geometry))
  const { zh, en } = sayHint(hintCrs(positions, known))
  return said === undefined
    ? new ImportStopped(
        `没有说明坐标系，不导入。${zh}`,
        `The coordinate system is not declared: nothing is imported. ${en}`,
      )
    : new ImportStopped(`不认识坐标系“${said}”。${zh}`, `Coordinate system “${said}” is not known. ${en}`)
}

async function progressOf(source: SourceFile, speaker: Speaker): Promise<ImportWatch> {
  const { size } = await stat(source.path)
  let read = 0
  return {
    onBytes: (bytes) => {
      read += bytes
    },
    onRows: ({ rows }) => speaker.pass(sayProgress(read, size, rows)),
  }
}
