import { median } from './median.ts'

/** Lets every kind have its turn in each round, and answers the medians of each figure. A round before the first is not counted: code gets
 *  compiled, caches get filled. */
export async function takeTurns<Name extends string, Figures extends { [K in keyof Figures]: number }>(
  kinds: Record<Name, () => Promise<Figures>>,
  rounds: number,
): Promise<Record<Name, Figures>> {
  const names = Object.keys(kinds) as Name[]
  const shots = new Map<Name, Figures[]>(names.map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++)
    for (const name of names) {
      const shot = await kinds[name]()
      if (round > 0) shots.get(name)?.push(shot)
    }
  return Object.fromEntries(names.map((name) => [name, middleOf(shots.get(name) ?? [])])) as Record<Name, Figures>
}

/** The median of each figure. */
export function middleOf<Figures extends { [K in keyof Figures]: number }>(shots: Figures[]): Figures {
  const keys = Object.keys(shots[0] ?? {}) as (keyof Figures)[]
  return Object.fromEntries(keys.map((key) => [key, median(shots.map((shot) => shot[key]))])) as Figures
}
