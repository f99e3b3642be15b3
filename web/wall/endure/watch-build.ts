import { BuildList, entryOf, wallFiles } from './wall-files.ts'

/** What a look at the server's build found. `whole`: the server is ready and all files of a wall can be had. */
export interface BuildLook {
  isOther: boolean
  whole: boolean
}

const AWAY: BuildLook = { isOther: false, whole: false }
const LIST = '/build.json'

/** The script that this page began with, as its report names it. */
export function ownBuild(): string {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src*="/assets/"]')
  return script ? new URL(script.src).pathname.replace(/^.*\/|\.js$/g, '') : 'development'
}

/** Looks at the build that the server gives out, as often as it is called. A file once had is not asked for again: its name says what is in it,
 *  and the browser keeps it for the next page. */
export function watchBuild(own: string): (signal: AbortSignal) => Promise<BuildLook> {
  const had = new Set<string>()
  let first: string | undefined
  return async (signal) => {
    const [ready, listed] = await Promise.all([get('/readyz', signal), get(LIST, signal)])
    if (!ready || !listed) return AWAY
    const text = await listed.text().catch(() => '')
    const list = BuildList.safeParse(parsed(text))
    const entry = list.success ? entryOf(list.data) : undefined
    if (!list.success || entry === undefined) return AWAY
    first ??= text
    const isOther = !entry.endsWith(`/${own}.js`) || text !== first
    const files = wallFiles(list.data).filter((file) => !had.has(file))
    for (const file of files) if (await holds(file, signal)) had.add(file)
    const page = isOther ? await get('/wall', signal) : ready
    const named = isOther ? ((await page?.text().catch(() => '')) ?? '').includes(entry) : true
    return { isOther, whole: named && files.every((file) => had.has(file)) }
  }
}

async function holds(file: string, signal: AbortSignal): Promise<boolean> {
  const answer = await get(file, signal)
  return (await answer?.arrayBuffer().catch(() => undefined)) !== undefined
}

const get = async (path: string, signal: AbortSignal): Promise<Response | undefined> => {
  const answer = await fetch(path, { signal }).catch(() => undefined)
  return answer?.ok ? answer : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
