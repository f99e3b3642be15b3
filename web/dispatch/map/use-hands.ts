import { type RefObject, useEffect, useRef, useState } from 'react'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { MapSurface, Pixel } from '../../map/map-surface.ts'
import type { Movers } from '../../map/movers/open-movers.ts'
import { inRing } from '../../map/select/ring.ts'
import type { Dragged } from './DragGhost.tsx'
import type { DeskMapProps } from './desk-map-props.ts'
import { dropAt, heldAt } from './drag.ts'
import { type Hands, openHands } from './hands.ts'

/** A crew is taken by its dot or its pill, a case by its mark. */
const REACH = { mover: 13, mark: 5 }

interface HandsOfDesk {
  props: DeskMapProps
  box: RefObject<HTMLElement | null>
  surface: RefObject<MapSurface | null>
  movers: RefObject<Movers | null>
  onCrew: (id: string) => void
}

/** Lasso, box and drag on the desk's map. */
export function useHands({ props, box, surface, movers, onCrew }: HandsOfDesk) {
  const [lassoOn, setLassoOn] = useState(false)
  const [line, setLine] = useState<readonly Pixel[] | null>(null)
  const [area, setArea] = useState<LngLat[] | null>(null)
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const hands = useRef<Hands | null>(null)
  const latest = useRef({ props, lassoOn, onCrew })
  latest.current = { props, lassoOn, onCrew }

  useEffect(() => {
    const element = box.current
    if (!element) return
    const now = () => latest.current
    const opened = openHands(element, {
      surface: () => surface.current,
      under: (pixel) => ({
        mover: movers.current?.at(pixel, REACH.mover),
        mark: surface.current?.marksAt(pixel, REACH.mark)[0],
      }),
      isOverCrew: (pixel) => movers.current?.at(pixel, REACH.mover) !== undefined,
      heldAt: (under) => heldAt(under, now().props.chosen),
      dropAt: (held, under) => dropAt(held, under, now().props.chosen),
      lassoOn: () => now().lassoOn,
      onLine: setLine,
      onArea: (ring, how) => {
        const { cases, onChoose } = now().props
        setLassoOn(false)
        setArea(ring)
        onChoose(
          inRing(cases, ring).map(({ id }) => id),
          how,
        )
      },
      onDrag: setDragged,
      onDrop: ({ caseIds, crewId }) => now().props.onDispatch(caseIds, crewId),
      onCrew: (id) => now().onCrew(id),
    })
    hands.current = opened
    return () => opened.destroy()
  }, [box, surface, movers])

  // The area stands for what is chosen, and goes with it.
  const none = props.chosen.size === 0
  useEffect(() => {
    if (none) setArea(null)
  }, [none])

  const busy = lassoOn || line !== null || dragged !== null
  useEffect(() => {
    if (!busy) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      hands.current?.cancel()
      setLassoOn(false)
    }
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [busy])

  return { hands, lassoOn, setLassoOn, line, area, setArea, dragged }
}
