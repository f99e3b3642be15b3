import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The folder with PostgreSQL's programs, the newest first: Debian's, Red Hat's, Homebrew's and Postgres.app's places, then the PATH. */
export function findPostgres(): string | undefined {
  const roots = ['/usr/lib/postgresql', '/usr/pgsql', '/Applications/Postgres.app/Contents/Versions']
  const versioned = roots.flatMap((root) => foldersIn(root).map((version) => join(root, version, 'bin')))
  const brewed = ['/opt/homebrew/opt', '/usr/local/opt'].flatMap((root) =>
    foldersIn(root)
      .filter((name) => name.startsWith('postgresql'))
      .map((name) => join(root, name, 'bin')),
  )
  const onPath = (process.env.PATH ?? '').split(delimiter)
  const program = process.platform === 'win32' ? 'initdb.exe' : 'initdb'
  return [...versioned, ...brewed, ...onPath].find((folder) => existsSync(join(folder, program)))
}

const foldersIn = (root: string): string[] =>
  existsSync(root) ? readdirSync(root).sort((a, b) => Number.parseFloat(b) - Number.parseFloat(a)) : []

/** Installs PostgreSQL where that can be done without asking: on Debian and its kin, as root. Undefined when it cannot. */
export function installPostgres(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  console.log('PostgreSQL is not here: installing it with apt-get …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'inherit' })
    execFileSync('apt-get', ['install', '-y', '-qq', 'postgresql'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  } catch (error) {
    console.warn(`apt-get could not install it: ${(error as Error).message}`)
  }
  return findPostgres()
}

export const versionOf = (bin: string): string =>
  execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' })
    .trim()
    .replace(/^postgres /, '')

/** PostgreSQL refuses to run as root: the account to run it as, or nothing when this process is not root. */
export function serverAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      // No such account: the next one.
    }
  }
  throw new Error('PostgreSQL cannot run as root, and there is no account postgres or nobody to run it as.')
}
