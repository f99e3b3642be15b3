import { useEffect, useRef } from 'react'

const TYPING = 'input:not([type="checkbox"], [type="radio"]), textarea, [contenteditable="true"]'

/** Ctrl+Z or ⌘Z anywhere but in a field, which has an undo of its own. */
export function useUndoKey(undo: () => void, enabled: boolean): void {
  const latest = useRef(undo)
  latest.current = undo
  useEffect(() => {
    if (!enabled) return undefined
    const listen = (event: KeyboardEvent): void => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
      if (!isUndo || (event.target instanceof Element && event.target.closest(TYPING))) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [enabled])
}
