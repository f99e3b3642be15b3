/** Many short texts in one long string: looking for a word in it is one `indexOf` of the engine, some GB/s, where a loop over
 *  300,000 strings takes ten times as long. Between two texts stands a line feed, so no match spans them. */
export interface Haystack {
  text: string
  /** Where each text begins, behind its line feed; ascending. */
  starts: Uint32Array
}

export class HaystackMaker {
  private readonly pieces: string[] = ['\n']
  private readonly starts: number[] = []
  private length = 1

  add(text: string): void {
    const line = `${text.replaceAll('\n', ' ')}\n`
    this.starts.push(this.length)
    this.pieces.push(line)
    this.length += line.length
  }

  make(): Haystack {
    return { text: this.pieces.join(''), starts: Uint32Array.from(this.starts) }
  }
}

/** Index of the text that holds position `at`, which is not before text `from`: looks near first, for matches often are neighbours. */
function textAt(starts: Uint32Array, at: number, from: number): number {
  let low = from
  let step = 1
  while (low + step < starts.length && (starts[low + step] ?? 0) <= at) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, starts.length) - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** Calls back with the index of every text that contains `word`, once each and in order, until it returns false.
 *  A word that begins with a line feed finds the texts that begin so. */
export function scan({ text, starts }: Haystack, word: string, found: (index: number) => boolean): void {
  const lead = word.startsWith('\n') ? 1 : 0
  let index = 0
  for (let at = text.indexOf(word); at >= 0; ) {
    index = textAt(starts, at + lead, index)
    if (!found(index)) return
    const behind = starts[index + 1]
    if (behind === undefined) return
    at = text.indexOf(word, behind - 1)
  }
}
