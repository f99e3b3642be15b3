/** Some milliseconds' worth. */
const RUN = 2_048

/** As toSorted, stable too, in steps of some milliseconds: runs are sorted, and then merged two by two. */
export function* sortInSteps<T>(list: readonly T[], order: (a: T, b: T) => number): Generator<void, T[]> {
  let runs: T[][] = []
  for (let from = 0; from < list.length; from += RUN) {
    runs.push(list.slice(from, from + RUN).sort(order))
    yield
  }
  while (runs.length > 1) {
    const merged: T[][] = []
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* mergeInSteps(runs[at] ?? [], runs[at + 1] ?? [], order))
    runs = merged
  }
  return runs[0] ?? []
}

function* mergeInSteps<T>(one: readonly T[], other: readonly T[], order: (a: T, b: T) => number): Generator<void, T[]> {
  const merged: T[] = []
  let [left, right] = [0, 0]
  while (left < one.length && right < other.length) {
    const [a, b] = [one[left] as T, other[right] as T]
    if (order(a, b) <= 0) {
      merged.push(a)
      left++
    } else {
      merged.push(b)
      right++
    }
    if (merged.length % RUN === 0) yield
  }
  for (; left < one.length; left++) merged.push(one[left] as T)
  for (; right < other.length; right++) merged.push(other[right] as T)
  return merged
}
