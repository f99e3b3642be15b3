import { type RefObject, useEffect, useRef, useState } from 'react'
import type { MapSurface, Pixel, Shape } from '../map/map-surface.ts'
import type { DragHand, MapDrawing, MapHit } from './map-drawing.ts'

interface Needs {
  box: RefObject<HTMLElement | null>
  surface: RefObject<MapSurface | null>
  drawing: MapDrawing | undefined
}

/** A finger, and a mouse on a mark that is 4 px wide, are exact to so many pixels. */
const REACH = 6
/** Less than this is a click of a hand that shook. */
const STILL = 4

/** Clicks and drags on the map, as the study wants them; true while something is dragged. */
export function usePlanHands({ box, surface, drawing }: Needs): boolean {
  const latest = useRef(drawing)
  latest.current = drawing
  const [dragging, setDragging] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element) return
    let pressed: { at: Pixel; hand: DragHand | undefined; free: () => void; moved: boolean } | undefined
    const pixelOf = (event: PointerEvent): Pixel => {
      const { left, top } = element.getBoundingClientRect()
      return [event.clientX - left, event.clientY - top]
    }
    const end = (): void => {
      pressed?.free()
      pressed = undefined
      setDragging(false)
    }
    const onDown = (event: PointerEvent): void => {
      const map = surface.current
      if (!map || event.button !== 0 || !(event.target instanceof HTMLCanvasElement)) return
      const at = pixelOf(event)
      const hold = latest.current?.onPress
      const hand = hold && hitsAt(map, at).reduce<DragHand | undefined>((held, hit) => held ?? hold(hit), undefined)
      pressed = { at, hand, free: hand ? map.hold() : () => undefined, moved: false }
    }
    const onMove = (event: PointerEvent): void => {
      if (!pressed) return
      const at = pixelOf(event)
      pressed.moved ||= Math.hypot(at[0] - pressed.at[0], at[1] - pressed.at[1]) >= STILL
      if (!pressed.moved || !pressed.hand || !surface.current) return
      setDragging(true)
      pressed.hand.move(surface.current.toPlace(at))
    }
    const onUp = (event: PointerEvent): void => {
      const map = surface.current
      if (!pressed || !map) return
      const { hand, moved } = pressed
      const at = pixelOf(event)
      end()
      if (moved) hand?.drop(map.toPlace(at))
      else latest.current?.onClick?.(hitsAt(map, at)[0], map.toPlace(at))
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !pressed?.hand) return
      event.preventDefault()
      pressed.hand.cancel()
      end()
    }
    const onLost = (): void => {
      pressed?.hand?.cancel()
      end()
    }
    element.addEventListener('pointerdown', onDown, { capture: true })
    document.addEventListener('pointermove', onMove)
    document.addEventListener('pointerup', onUp)
    document.addEventListener('pointercancel', onLost)
    document.addEventListener('keydown', onKey)
    return () => {
      element.removeEventListener('pointerdown', onDown, { capture: true })
      document.removeEventListener('pointermove', onMove)
      document.removeEventListener('pointerup', onUp)
      document.removeEventListener('pointercancel', onLost)
      document.removeEventListener('keydown', onKey)
      end()
    }
  }, [box, surface])
  return dragging
}

/** The topmost first, what is the study's before what is the city's. A thing beside a line of the study can so still be taken in hand. */
function hitsAt(map: MapSurface, at: Pixel): MapHit[] {
  const shapes = map.shapesAt(at, REACH)
  const isOwn = ({ layer }: Shape): boolean => layer === undefined
  return [...shapes.filter(isOwn), ...shapes.filter((shape) => !isOwn(shape))].map((hit) => ({
    ...hit,
    source: isOwn(hit) ? hit.source : undefined,
  }))
}
