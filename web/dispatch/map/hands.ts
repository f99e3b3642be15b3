import type { LngLat } from '../../../server/contract/geo.ts'
import type { MapSurface, Pixel } from '../../map/map-surface.ts'
import { boxOf, thin } from '../../map/select/ring.ts'
import type { How } from './desk-map-props.ts'
import type { Drop, Held, Under } from './drag.ts'

/** What the hands ask the desk, and tell it. */
export interface HandsNeeds {
  surface(): MapSurface | null
  under(pixel: Pixel): Under
  isOverCrew(pixel: Pixel): boolean
  heldAt(under: Under): Held | undefined
  dropAt(held: Held, under: Under): Drop | undefined
  /** The lasso is in hand. */
  lassoOn(): boolean
  /** The line that is being drawn, in pixels; null when there is none. */
  onLine(line: readonly Pixel[] | null): void
  onArea(ring: LngLat[], how: How): void
  /** Null: it is let go, or put back. */
  onDrag(drag: { held: Held; at: Pixel; drop: Drop | undefined } | null): void
  onDrop(drop: Drop): void
  onCrew(id: string): void
}

export interface Hands {
  /** Whether the click that follows was meant for something that lies over the map. */
  tookClick(): boolean
  /** Whether shift or ctrl was held when the pointer went down. */
  wasWithShift(): boolean
  /** Drops everything; false where nothing was in hand. */
  cancel(): boolean
  destroy(): void
}

/** A shorter way is a click. */
const CLICK_PIXELS = 4
/** How long a finger rests on something to lift it; one that moves before then moves the map. */
const LONG_PRESS_MS = 450
const FINGER_PIXELS = 10
/** Points of a lasso are no nearer to each other. */
const LINE_STEP = 5

/** The pointer over the map of the desk: dragging, lasso and box. It listens before the map does, so that the map stays where it is while
 *  something else is dragged. */
export function openHands(box: HTMLElement, needs: HandsNeeds): Hands {
  let clickTaken = false
  let withShift = false
  let end: ((completed: boolean) => void) | undefined

  const pixelOf = (event: PointerEvent): Pixel => {
    const { left, top } = box.getBoundingClientRect()
    return [event.clientX - left, event.clientY - top]
  }

  /** Follows one pointer until it is lifted; `stop` is told whether it was, or was called off. */
  const follow = (pointer: number, move: (event: PointerEvent) => void, stop: (completed: boolean) => void): void => {
    const onMove = (event: PointerEvent): void => {
      if (event.pointerId === pointer) move(event)
    }
    const onEnd = (event: PointerEvent): void => {
      if (event.pointerId === pointer) end?.(event.type === 'pointerup')
    }
    end = (completed) => {
      end = undefined
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onEnd)
      window.removeEventListener('pointercancel', onEnd)
      stop(completed)
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onEnd)
    window.addEventListener('pointercancel', onEnd)
  }

  const drawArea = (event: PointerEvent, surface: MapSurface, lasso: boolean): void => {
    const from = pixelOf(event)
    const release = surface.hold()
    const how: How = event.altKey ? 'remove' : event.shiftKey ? 'add' : 'set'
    let path: Pixel[] = [from]
    let line: readonly Pixel[] = []
    let drawn = false
    follow(
      event.pointerId,
      (moved) => {
        const to = pixelOf(moved)
        drawn ||= Math.hypot(to[0] - from[0], to[1] - from[1]) > CLICK_PIXELS
        path = lasso ? thin([...path, to], LINE_STEP) : [from, to]
        line = lasso ? path : boxOf(from, to)
        if (drawn) needs.onLine(line)
      },
      (completed) => {
        release()
        needs.onLine(null)
        if (!drawn) return
        clickTaken = true
        if (completed && line.length > 2)
          needs.onArea(
            line.map((pixel) => surface.toPlace(pixel)),
            how,
          )
      },
    )
  }

  const drag = (event: PointerEvent, surface: MapSurface, held: Held): void => {
    const from = pixelOf(event)
    const touch = event.pointerType === 'touch'
    // A finger that moves at once moves the map; a mouse on a mark never does.
    let release = touch ? undefined : surface.hold()
    let lifted = false
    let drop: Drop | undefined
    const lift = (at: Pixel): void => {
      release ??= surface.hold()
      lifted = true
      needs.onDrag({ held, at, drop })
    }
    const timer = touch ? setTimeout(() => lift(from), LONG_PRESS_MS) : undefined
    follow(
      event.pointerId,
      (moved) => {
        const at = pixelOf(moved)
        const far = Math.hypot(at[0] - from[0], at[1] - from[1])
        if (!lifted && touch) {
          if (far > FINGER_PIXELS) end?.(false)
          return
        }
        if (!lifted && far <= CLICK_PIXELS) return
        drop = needs.dropAt(held, needs.under(at))
        lift(at)
      },
      (completed) => {
        clearTimeout(timer)
        release?.()
        if (lifted) {
          clickTaken = true
          needs.onDrag(null)
          if (completed && drop) needs.onDrop(drop)
        } else if (completed && held.kind === 'crew') {
          clickTaken = true
          needs.onCrew(held.id)
        }
      },
    )
  }

  const onDown = (event: PointerEvent): void => {
    const surface = needs.surface()
    const onMap = event.target instanceof HTMLCanvasElement
    if (!surface || !onMap || event.button !== 0) return
    // A second finger turns or zooms.
    if (end) {
      end(false)
      return
    }
    clickTaken = false
    withShift = event.shiftKey || event.ctrlKey || event.metaKey
    if (needs.lassoOn() || event.shiftKey) {
      drawArea(event, surface, needs.lassoOn())
      return
    }
    const held = needs.heldAt(needs.under(pixelOf(event)))
    if (held) drag(event, surface, held)
  }

  let asked: number | undefined
  const onHover = (event: PointerEvent): void => {
    if (end || asked !== undefined || !(event.target instanceof HTMLCanvasElement)) return
    const pixel = pixelOf(event)
    asked = requestAnimationFrame(() => {
      asked = undefined
      box.classList.toggle('is-over-crew', needs.isOverCrew(pixel))
    })
  }

  box.addEventListener('pointerdown', onDown, { capture: true })
  box.addEventListener('pointermove', onHover, { passive: true })
  return {
    tookClick: () => clickTaken,
    wasWithShift: () => withShift,
    cancel: () => {
      const was = end !== undefined
      end?.(false)
      return was
    },
    destroy: () => {
      end?.(false)
      if (asked !== undefined) cancelAnimationFrame(asked)
      box.removeEventListener('pointerdown', onDown, { capture: true })
      box.removeEventListener('pointermove', onHover)
    },
  }
}
