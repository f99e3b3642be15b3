import { useEffect, useRef } from 'react'
import type { DraftDesk } from './use-draft.ts'

/** Ctrl Z and Ctrl Shift Z, Cmd on a Mac; in a field they are the field's own. */
export function useUndoKeys(draft: DraftDesk): void {
  const latest = useRef(draft)
  latest.current = draft
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return
      if (event.target instanceof HTMLInputElement || document.querySelector('dialog[open]')) return
      const { draft: one, undo, redo } = latest.current
      if (!one?.mine) return
      event.preventDefault()
      if (event.shiftKey && one.canRedo) redo()
      else if (!event.shiftKey && one.canUndo) undo()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
