import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import { may } from '../../../server/contract/permission.ts'
import type { Desk } from '../desk/use-desk.ts'
import type { DeskMapProps } from '../map/desk-map-props.ts'
import { dayDrawing } from './day-drawing.ts'
import { OPEN_DAY } from './open-day.ts'
import { usePlan } from './use-plan.ts'
import { useTrial } from './use-trial.ts'

/** It comes when it is asked for. */
const DayPanel = lazy(() => import('./DayPanel.tsx').then((module) => ({ default: module.DayPanel })))

export type DayPlanning = ReturnType<typeof usePlan>
export type DayTrial = ReturnType<typeof useTrial>

interface Day {
  isOpen: boolean
  /** Opens and closes it; undefined for who plans no days. */
  toggle: (() => void) | undefined
  /** Escape, when nothing is over it. */
  close: () => void
  panel: ReactNode
  /** What the map has of it. */
  map: Pick<DeskMapProps, 'day' | 'onPlace'>
}

/** 排一天: the panel in the right column, and what it draws. It stays as it is while a case lies over it. */
export function useDay(desk: Desk): Day {
  const { actor, address } = desk
  const isOpen = address.search.day !== undefined
  const planning = usePlan(desk)
  const trial = useTrial()
  const { plan, unwanted, focused } = planning
  const { tried } = trial
  const day = useMemo(
    () => (isOpen ? dayDrawing(plan, { unwanted, focused, tried }) : undefined),
    [isOpen, plan, unwanted, focused, tried],
  )
  const close = (): void => address.openDay(undefined)
  return {
    isOpen,
    toggle:
      actor && may(actor, 'write', 'plan')
        ? () => {
            if (isOpen && desk.number === undefined) close()
            else address.openDay(address.search.day ?? OPEN_DAY)
          }
        : undefined,
    close,
    panel: isOpen ? (
      <Suspense fallback={<aside className="day" />}>
        <DayPanel desk={desk} planning={planning} trial={trial} onClose={close} />
      </Suspense>
    ) : null,
    map: { day, onPlace: isOpen ? trial.onPlace : undefined },
  }
}
