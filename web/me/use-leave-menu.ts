import { type RefObject, useEffect } from 'react'

/** A menu that is open closes when somebody clicks, or goes, elsewhere. */
export function useLeaveMenu(menu: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const leave = ({ target }: Event): void => {
      const open = menu.current
      if (open?.open && !(target instanceof Node && open.contains(target))) open.open = false
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [menu])
}
