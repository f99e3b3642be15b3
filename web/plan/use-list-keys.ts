import { useEffect } from 'react'

const LISTS = 'tbody, ol, ul, .plan-menu'
const ROWS = ':is(td, th, li, .plan-menu) > button'

/** The next row of the list that a row is of; undefined at its end, and where no row is held. */
function besides(held: Element | null, by: 1 | -1): HTMLElement | undefined {
  const list = held?.matches(ROWS) ? held.closest(LISTS) : null
  const rows = [...(list?.querySelectorAll<HTMLElement>(ROWS) ?? [])]
  return rows[rows.indexOf(held as HTMLElement) + by]
}

/** The chosen row of the panel's list, else its first. */
function entrance(): HTMLElement | undefined {
  const list = [...document.querySelectorAll('.plan-panel')]
    .flatMap((panel) => [...panel.querySelectorAll(LISTS)])
    .find((one) => one.querySelector(ROWS))
  const chosen = list?.querySelector<HTMLElement>(`${ROWS}[aria-pressed="true"]`)
  return chosen ?? list?.querySelector<HTMLElement>(ROWS) ?? undefined
}

/** Arrows up and down go from row to row in every list and menu of the page; from the page itself, down goes into the study's list. */
export function useListKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined
      if (by === undefined || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const held = document.activeElement
      const isOnPage = held === document.body || held?.id === 'work'
      const row = isOnPage && by === 1 ? entrance() : besides(held, by)
      if (!row) return
      event.preventDefault()
      row.focus()
      row.scrollIntoView({ block: 'nearest' })
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
