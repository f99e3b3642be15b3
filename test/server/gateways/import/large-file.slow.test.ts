import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { bundleProgram } from '../../../support/bundle-program.ts'

const MAIN = new URL('../../../../server/main.ts', import.meta.url)
const ROWS = 200_000
/** The heap that 200,000 rows must do with; the rows themselves, as objects, take several times as much. */
const HEAP_MIB = 128

test('200,000 rows come in with bounded memory, and can be taken back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gridkeeper-large-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'lamps.csv')
  const file = createWriteStream(path)
  file.write('灯杆编号,道路,功率,经度,纬度\n')
  for (let row = 0; row < ROWS; row += 1) {
    const [lng, lat] = [93.6 + (row % 500) * 0.0006, 31.7 + Math.floor(row / 500) * 0.0005]
    if (!file.write(`LD-${row},人民路,150,${lng.toFixed(6)},${lat.toFixed(6)}\n`)) await once(file, 'drain')
  }
  file.end()
  await finished(file)

  const run = async (...words: string[]): Promise<string> => {
    const program = [`--max-old-space-size=${HEAP_MIB}`, bundleProgram(MAIN), 'import', ...words]
    const env = { ...process.env, DATA_DIR: folder, CITY: '540626', LANGUAGE: 'en', DATABASE_URL: '' }
    return (await promisify(execFile)(process.execPath, program, { env })).stdout
  }
  const said = await run('streetlights', path, '--crs', 'WGS84', '--yes')
  expect(said).toContain(`Written: ${ROWS} rows, added ${ROWS}, changed 0, same 0, removed 0, rejected 0`)
  const id = said.match(/undo (\S+)/)?.[1] ?? ''
  expect(await run('undo', id)).toContain(`Undone: ${ROWS} removed, 0 restored.`)
})
