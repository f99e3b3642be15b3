import { useEffect } from 'react'

/** Paper is white: the page prints in the light theme whatever the screen has on. */
export function useLightPrint(): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    let was: string | undefined
    const before = (): void => {
      was = dataset.theme
      dataset.theme = 'light'
    }
    const after = (): void => {
      if (was !== undefined) dataset.theme = was
    }
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
}
