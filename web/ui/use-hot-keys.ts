import { useEffect, useRef } from 'react'

export type HotKeys = Record<string, () => void>

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && /^(checkbox|radio|range|button)$/.test(target.type))

/** Keys that a focused control takes for itself. */
const PRESSES = new Set(['Enter', ' ', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])
const PRESSED = 'a, button, summary, select, input, [role="grid"]'

/** Single keys for the whole page, by `KeyboardEvent.key` in lower case. None while someone types, while a dialog is open, or when
 *  `enabled` is false (WCAG 2.1.4: single keys must be able to be turned off). */
export function useHotKeys(keys: HotKeys, enabled: boolean): void {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    if (!enabled) return
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      if (document.querySelector('dialog[open]')) return
      if (PRESSES.has(event.key) && event.target instanceof Element && event.target.closest(PRESSED)) return
      const act = current.current[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [enabled])
}
