import type { RefObject } from 'react'
import { useHotKeys } from '../../ui/use-hot-keys.ts'

/** J and K go down and up the rows of a table; Enter is the link's own. */
export function useRowKeys(table: RefObject<HTMLTableElement | null>): void {
  const go = (by: number): void => {
    const links = [...(table.current?.querySelectorAll<HTMLAnchorElement>('tbody a[data-row]') ?? [])]
    const at = links.findIndex((link) => link.matches(':focus'))
    const next = links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  useHotKeys({ j: () => go(1), k: () => go(-1) }, true)
}
