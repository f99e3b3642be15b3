import { profile } from './profile.ts'

/** What every child answers. */
export interface Answers {
  cpu: number
  profile: { name: string; share: number }[]
}

type Answer = (about: never) => unknown

/** The child's end of `startChild`: says what it has ready and answers questions until the parent is gone. */
export function answerParent(ready: unknown, answers: Record<string, Answer> = {}): void {
  const all: Record<string, Answer> = { cpu, profile, ...answers }
  process.on('disconnect', () => process.exit())
  process.on('message', ({ name, about }: { name: string; about: unknown }) => {
    void answer(all[name], about).then((said) => process.send?.(said))
  })
  process.send?.(ready)
}

async function answer(one: Answer | undefined, about: unknown): Promise<object> {
  try {
    if (!one) throw new Error('the child does not know this question')
    return { answer: (await one(about as never)) ?? null }
  } catch (error) {
    return { error: String(error) }
  }
}

function cpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
