import { fork } from 'node:child_process'
import { once } from 'node:events'
import { bundleProgram } from '../../support/bundle-program.ts'
import type { Answers } from './answer-parent.ts'

/** A process of its own, with one part of what is measured in it. */
export interface Child<Ready> {
  /** What it said when it was ready. */
  ready: Ready
  /** Asks it for one of the things that it answers. */
  ask<Answer>(name: string, about?: unknown): Promise<Answer>
  /** Processor time so far, user and system, in milliseconds. */
  readCpu(): Promise<number>
  stop(): Promise<void>
}

/** Starts a script that calls `answerParent`; throws when it ends before it is ready, and `ask` when it ends before it answers. */
export async function startChild<Ready>(
  script: URL,
  words: readonly string[] = [],
  nodeOptions: readonly string[] = [],
): Promise<Child<Ready>> {
  const child = fork(bundleProgram(script), [...words], { execArgv: [...nodeOptions] })
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`${script.pathname.split('/').at(-1)} ended with ${code ?? signal}`)
  })
  ended.catch(() => undefined)
  const said = async <T>(): Promise<T> => (await Promise.race([once(child, 'message'), ended]))[0] as T
  const ready = await said<Ready>()
  // One question at a time: answers carry no number.
  let turn: Promise<unknown> = Promise.resolve()
  const ask = <Answer>(name: string, about?: unknown): Promise<Answer> => {
    const answer = turn.then(() => {
      const saying = said<{ answer: Answer } | { error: string }>()
      child.send({ name, about })
      return saying.then((it) => {
        if ('error' in it) throw new Error(it.error)
        return it.answer
      })
    })
    turn = answer.catch(() => undefined)
    return answer
  }
  return {
    ready,
    ask,
    readCpu: () => ask<number>('cpu' satisfies keyof Answers),
    async stop() {
      if (child.connected) child.disconnect()
      await ended.catch(() => undefined)
    },
  }
}
