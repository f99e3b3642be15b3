import '../../i18n/shift-words.ts'
import './replay.css'
import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import type { Crew } from '../../../server/contract/crew.ts'
import type { DeskCrew } from '../desk/desk-crew.ts'
import { DayBar } from './DayBar.tsx'

/** Its form and its film come when they are asked for. */
const ReplayPanel = lazy(() => import('./ReplayPanel.tsx').then((module) => ({ default: module.ReplayPanel })))

interface DeskReplay {
  crews: DeskCrew[]
  /** The instant that the crews are of, Unix ms: a place is as old as it was then. */
  now: number
  extra: ReactNode
}

/** What the map draws and holds at its foot: the living crews and the day so far; while a replay is open, the crews as they were and the film. */
export function useDeskReplay(living: DeskCrew[], now: number): DeskReplay {
  // As they were known when it was opened: who moves meanwhile does not stir the past.
  const [of, setOf] = useState<Crew[]>()
  const [past, setPast] = useState<{ crews: DeskCrew[]; now: number }>()
  const show = useCallback((crews: DeskCrew[], at: number) => setPast({ crews, now: at }), [])
  const close = (): void => {
    setOf(undefined)
    setPast(undefined)
  }
  const present = { crews: living, now }
  if (!of)
    return {
      ...present,
      extra: (
        <DayBar now={now} onLookBack={living.length > 0 ? () => setOf(living.map(({ crew }) => crew)) : undefined} />
      ),
    }
  return {
    ...(past ?? present),
    extra: (
      <Suspense fallback={null}>
        <ReplayPanel crews={of} now={now} onCrews={show} onClose={close} />
      </Suspense>
    ),
  }
}
