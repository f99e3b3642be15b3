import { type RefObject, useEffect, useRef } from 'react'

/** Closes what is open over the page when somebody presses elsewhere. */
export function useAway(box: RefObject<HTMLElement | null>, isOpen: boolean, close: () => void): void {
  const closing = useRef(close)
  closing.current = close
  useEffect(() => {
    if (!isOpen) return
    const away = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) closing.current()
    }
    document.addEventListener('pointerdown', away, { capture: true })
    return () => document.removeEventListener('pointerdown', away, { capture: true })
  }, [box, isOpen])
}
