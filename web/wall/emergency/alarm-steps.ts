import type { Text } from '../../../server/contract/layer.ts'
import type { LiveCase } from '../../../server/contract/live.ts'
import type { WallEmergency } from '../../../server/contract/wall.ts'

export type StepName = 'report' | 'file' | 'dispatch' | 'take' | 'arrive' | 'handle' | 'check'

/** A line of what was done and what is to come. */
export interface AlarmStep {
  id: string
  step: StepName
  /** Its own name, for a stage of the filing condition. */
  action: Text | null
  /** When it was done; null: not yet, or nobody knows when. */
  at: string | null
  is: 'done' | 'now' | 'next'
  /** Until when it is to be done. */
  dueAt: string | null
}

type Told = Pick<WallEmergency, 'steps' | 'stages'>
type Line = Omit<AlarmStep, 'is'>

const line = (step: StepName, at: string | null | undefined): Line => ({
  ...{ id: step, step, action: null, at: at ?? null, dueAt: null },
})

/** The steps of an emergency in their order. What lies before the last that was done is done too, also where its instant is not known: a crew
 *  whose phone was silent was there when it reported its sign. `told` undefined: only what the stream said. */
export function alarmSteps({ receivedAt }: Pick<LiveCase, 'receivedAt'>, told: Told | undefined): AlarmStep[] {
  const { steps, stages = [] } = told ?? {}
  const own = stages.map(
    ({ stage, action, clock }): Line => ({
      ...{ id: `stage-${stage}`, step: 'handle', action, at: clock?.endedAt ?? null },
      dueAt: clock?.endedAt === null ? clock.dueAt : null,
    }),
  )
  const lines: Line[] = [
    line('report', receivedAt),
    line('file', steps?.filed),
    line('dispatch', steps?.dispatched),
    line('take', steps?.taken),
    line('arrive', steps?.arrived),
    ...(own.length > 0 ? own : [line('handle', steps?.handled)]),
    line('check', steps?.closed ?? steps?.verified),
  ]
  const last = lines.findLastIndex(({ at }) => at !== null)
  return lines.map((one, index) => ({ ...one, is: index <= last ? 'done' : index === last + 1 ? 'now' : 'next' }))
}
