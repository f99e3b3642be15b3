import { useSyncExternalStore } from 'react'
import type { MapDrawing } from './map-drawing.ts'

/** Between a study and the map, which lies outside of it: what is drawn changes while something is dragged, and the page must not be made anew
 *  with every step of it. */
export interface DrawingStore {
  get(): MapDrawing | undefined
  set(drawing: MapDrawing | undefined): void
  onChange(act: () => void): () => void
}

export function drawingStore(): DrawingStore {
  let now: MapDrawing | undefined
  const acts = new Set<() => void>()
  return {
    get: () => now,
    set(drawing) {
      if (drawing === now) return
      now = drawing
      for (const act of acts) act()
    },
    onChange(act) {
      acts.add(act)
      return () => acts.delete(act)
    },
  }
}

export const useStoredDrawing = ({ get, onChange }: DrawingStore): MapDrawing | undefined =>
  useSyncExternalStore(onChange, get)
