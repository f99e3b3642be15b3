import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { Redaction } from '../../../server/contract/photo.ts'
import { boxAfterKey, boxBetween, isBox, moveBox, NEW_BOX, type Point, pointOn } from './paint-box.ts'

/** What the pointer is doing: drawing a new box from a corner, or moving one. */
type Drag = { is: 'draw'; from: Point } | { is: 'move'; at: number; last: Point }

/** Boxes that are being drawn over a picture, with a pointer or with the keyboard. */
export function useBoxes() {
  const [boxes, setBoxes] = useState<Redaction[]>([])
  const [draft, setDraft] = useState<Redaction>()
  const drag = useRef<Drag>(undefined)
  const change = (at: number, to: Redaction | null): void =>
    setBoxes((all) => all.flatMap((box, index) => (index === at ? (to ?? []) : box)))

  const pointOf = (event: PointerEvent<HTMLElement>): Point =>
    pointOn(event.currentTarget.getBoundingClientRect(), event)
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return
    const at = event.target instanceof HTMLElement ? event.target.dataset.box : undefined
    const point = pointOf(event)
    drag.current = at === undefined ? { is: 'draw', from: point } : { is: 'move', at: Number(at), last: point }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const doing = drag.current
    if (!doing) return
    const point = pointOf(event)
    if (doing.is === 'draw') {
      setDraft(boxBetween(doing.from, point))
      return
    }
    const by = { x: point.x - doing.last.x, y: point.y - doing.last.y }
    drag.current = { ...doing, last: point }
    setBoxes((all) => all.map((box, index) => (index === doing.at ? moveBox(box, by) : box)))
  }
  const onPointerUp = (event: PointerEvent<HTMLElement>): void => {
    const doing = drag.current
    drag.current = undefined
    setDraft(undefined)
    if (doing?.is !== 'draw') return
    const box = boxBetween(doing.from, pointOf(event))
    if (isBox(box)) setBoxes((all) => [...all, box])
  }
  const onPointerCancel = (): void => {
    drag.current = undefined
    setDraft(undefined)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, at: number): void => {
    const box = boxes[at]
    const after = box && boxAfterKey(box, event.key, event.shiftKey)
    if (after === undefined) return
    event.preventDefault()
    change(at, after)
  }
  return {
    boxes,
    draft,
    onKeyDown,
    add: () => setBoxes((all) => [...all, NEW_BOX]),
    removeLast: () => setBoxes((all) => all.slice(0, -1)),
    picture: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel },
  }
}
