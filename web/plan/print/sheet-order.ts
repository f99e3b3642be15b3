import { useSyncExternalStore } from 'react'
import type { Handout } from '../export/handout.ts'
import type { PaperSize } from './paper.ts'

/** A sheet that is being laid out: the study's tools order it, the map lays it out. */
export interface SheetOrder {
  paper: PaperSize
  handout: Handout
}

let order: SheetOrder | undefined
const listeners = new Set<() => void>()

/** Undefined takes the sheet away. */
export function orderSheet(next: SheetOrder | undefined): void {
  order = next
  for (const tell of listeners) tell()
}

const listen = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export const useSheetOrder = (): SheetOrder | undefined => useSyncExternalStore(listen, () => order)
