import { setImmediate } from 'node:timers/promises'

/** Ids in sorted runs: sorting all of a large city at once would hold every request up. */
export interface CodeTable {
  /** Ids that begin with `prefix`, at most `most`, ascending. */
  from(prefix: string, most: number): string[]
}

const RUN = 10_000

export async function tabulateCodes(ids: string[]): Promise<CodeTable> {
  const runs: string[][] = []
  for (let at = 0; at < ids.length; at += RUN) {
    runs.push(ids.slice(at, at + RUN).sort())
    await setImmediate()
  }
  return {
    from: (prefix, most) =>
      runs
        .flatMap((run) => idsFrom(run, prefix, most))
        .sort()
        .slice(0, most),
  }
}

function idsFrom(sorted: string[], prefix: string, most: number): string[] {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < prefix) low = middle + 1
    else high = middle
  }
  const found: string[] = []
  for (let at = low; found.length < most && sorted[at]?.startsWith(prefix); at++) found.push(sorted[at] ?? '')
  return found
}
