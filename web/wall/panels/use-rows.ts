import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { rowsThatFit } from './rows-that-fit.ts'

export interface Rows {
  /** Of the body of the panel. */
  body: (node: HTMLDivElement | null) => void
  /** How many of `all` are shown. */
  shown: number
}

/** How many rows of a height in vh the column leaves room for. @param below vh that stand under the rows */
export function useRows(all: number, row: number, below = 0): Rows {
  const node = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<number>()
  const measure = useCallback(() => {
    const vh = innerHeight / 100
    if (node.current) setRoom(rowsThatFit(node.current.clientHeight - below * vh, row * vh))
  }, [row, below])
  const body = useCallback((box: HTMLDivElement | null) => {
    node.current = box
  }, [])
  useLayoutEffect(() => {
    measure()
    const seen = new ResizeObserver(measure)
    if (node.current) seen.observe(node.current)
    return () => seen.disconnect()
  }, [measure])
  return { body, shown: Math.min(all, room ?? all) }
}
