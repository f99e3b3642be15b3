import { useEffect, useState } from 'react'

export interface ScreenSize {
  /** CSS pixels. */
  width: number
  height: number
  /** Pixels of the screen in one of those. */
  ratio: number
}

const sizeNow = (): ScreenSize => ({ width: innerWidth, height: innerHeight, ratio: devicePixelRatio })

/** The screen as it is; another one only when somebody plugs in another. */
export function useScreenSize(): ScreenSize {
  const [size, setSize] = useState(sizeNow)
  useEffect(() => {
    const look = (): void => {
      const now = sizeNow()
      setSize((last) =>
        last.width === now.width && last.height === now.height && last.ratio === now.ratio ? last : now,
      )
    }
    addEventListener('resize', look)
    return () => removeEventListener('resize', look)
  }, [])
  return size
}

/** Whether who set up this machine asked for nothing to move. */
export const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches
