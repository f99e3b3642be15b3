import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { DataFault } from '../catalogue/data-error.ts'
import { readCheckedJson } from '../catalogue/read-checked-json.ts'
import { Condition, PostLimits } from '../contract/condition.ts'
import { CalendarYear, HoursPreset } from '../contract/work-calendar.ts'
import type { ShippedDeadlines } from './rulebook.ts'

/** The deadlines in `folder`: conditions/*.json, calendars/<year>.json, posts.json, working-hours.json; or every fault of them. */
export async function loadDeadlines(
  folder: string,
): Promise<{ deadlines: ShippedDeadlines | undefined; faults: DataFault[] }> {
  const [conditions, years, posts, presets] = await Promise.all([
    readFolder(join(folder, 'conditions'), z.array(Condition).min(1)),
    readFolder(join(folder, 'calendars'), CalendarYear),
    readCheckedJson(join(folder, 'posts.json'), z.array(PostLimits).min(1)),
    readCheckedJson(join(folder, 'working-hours.json'), z.array(HoursPreset).min(1)),
  ])
  const faults = [
    ...conditions.faults,
    ...years.faults,
    ...posts.faults,
    ...presets.faults,
    ...faultsOfVersions(conditions.read),
    ...faultsOfYears(years.read),
  ]
  if (!posts.value || !presets.value || faults.length > 0) return { deadlines: undefined, faults }
  const all = conditions.read.flatMap(({ value }) => value)
  return {
    deadlines: {
      conditions: all,
      years: years.read.map(({ value }) => value),
      posts: posts.value,
      presets: presets.value,
    },
    faults,
  }
}

interface InFile<T> {
  file: string
  value: T
}

async function readFolder<T>(
  folder: string,
  schema: z.ZodType<T>,
): Promise<{ read: InFile<T>[]; faults: DataFault[] }> {
  const read: InFile<T>[] = []
  const faults: DataFault[] = []
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()) {
    const one = await readCheckedJson(join(folder, file), schema)
    faults.push(...one.faults)
    if (one.value !== undefined) read.push({ file, value: one.value })
  }
  return { read, faults }
}

/** A condition's versions are 1, 2, 3 … without a hole: an old case may have any of them. */
function faultsOfVersions(files: readonly InFile<Condition[]>[]): DataFault[] {
  const rows = files.flatMap(({ file, value }) => value.map(({ id, version }, i) => ({ file, i, id, version })))
  return rows.flatMap(({ file, i, id, version }, at) => {
    const path = `[${i}].version`
    const before = rows.slice(0, at).filter((row) => row.id === id)
    if (before.some((row) => row.version === version))
      return [{ file, path, message: `version ${version} of "${id}" stands twice` }]
    const isNext = version === 1 || before.some((row) => row.version === version - 1)
    return isNext ? [] : [{ file, path, message: `"${id}" has a version ${version} and none before it` }]
  })
}

const faultsOfYears = (files: readonly InFile<CalendarYear>[]): DataFault[] =>
  files.flatMap(({ file, value: { year } }) =>
    file === `${year}.json` ? [] : [{ file, path: 'year', message: `the year ${year} belongs in ${year}.json` }],
  )
