import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { Bbox, LngLat } from '../../../server/contract/geo.ts'

interface Focus {
  /** Where the map is to go; undefined: where it is. */
  box: Bbox | undefined
  /** How often it was asked to go anywhere. */
  asked: number
  /** To a place out of a list: a click on the map leaves it where it is. */
  goTo: (at: LngLat) => void
  goToBox: (box: Bbox) => void
}

const FocusOf = createContext<Focus>({ box: undefined, asked: 0, goTo: () => undefined, goToBox: () => undefined })

export function FocusProvider({ children }: { children: ReactNode }) {
  const [{ box, asked }, setFocus] = useState<Pick<Focus, 'box' | 'asked'>>({ box: undefined, asked: 0 })
  const focus = useMemo<Focus>(() => {
    const goToBox = (next: Bbox): void => setFocus((before) => ({ box: next, asked: before.asked + 1 }))
    return { box, asked, goTo: ([lng, lat]) => goToBox([lng, lat, lng, lat]), goToBox }
  }, [box, asked])
  return <FocusOf.Provider value={focus}>{children}</FocusOf.Provider>
}

export const useFocus = (): Focus => useContext(FocusOf)
