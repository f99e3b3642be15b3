import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { ROOT } from '../../server/root.ts'

/** Beside node_modules, where the libraries are found; a folder for each process, for two may bundle at once. */
const FOLDER = join(ROOT, 'server/dist', `of-${process.pid}`)
const bundled = new Map<string, string>()

/** A program of the tests in one JavaScript file, as `npm start` runs the server: it starts in a third of the time. Answers its path. */
export function bundleProgram(program: URL): string {
  const source = fileURLToPath(program)
  const known = bundled.get(source)
  if (known) return known
  if (bundled.size === 0) clearUp()
  buildSync({
    // As package.json bundles them: every thread's program, beside the main one.
    entryPoints: [source, join(ROOT, 'server/**/*-worker.ts')],
    ...{ bundle: true, packages: 'external', platform: 'node', format: 'esm', sourcemap: 'inline' },
    ...{ outdir: FOLDER, entryNames: '[name]', logLevel: 'error' },
  })
  const made = join(FOLDER, basename(source).replace(/ts$/, 'js'))
  bundled.set(source, made)
  return made
}

/** A worker of the tests is ended without a word, so each clears up behind those that are no more. */
function clearUp(): void {
  const parent = dirname(FOLDER)
  if (!existsSync(parent)) return
  for (const name of readdirSync(parent)) {
    const [, pid] = /^of-(\d+)$/.exec(name) ?? []
    if (pid && !isAlive(Number(pid))) rmSync(join(parent, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
