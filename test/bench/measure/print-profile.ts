import type { Answers } from './answer-parent.ts'
import type { Child } from './child.ts'
import { printTable } from './table.ts'

const SHOWN = 40

/** Which functions of the child take the time of a run, HTTP included. */
export async function printProfile<Ready>(
  child: Child<Ready>,
  title: string,
  run: () => Promise<unknown>,
): Promise<void> {
  await child.ask('profile')
  await run()
  printShares(title, await child.ask<Answers['profile']>('profile'))
}

export function printShares(title: string, shares: Answers['profile']): void {
  console.log(`\n${title}, own time of functions:`)
  printTable(
    ['', 'share'],
    shares.slice(0, SHOWN).map(({ name, share }) => [name, `${(share * 100).toFixed(1)} %`]),
  )
}
