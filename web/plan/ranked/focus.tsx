import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { Bbox, LngLat } from '../../../server/contract/geo.ts'

interface Focus {
  /** Where the map is to go; undefined: where it is. */
  box: Bbox | undefined
  /** To a place out of a list: a click on the map leaves it where it is. */
  goTo: (at: LngLat) => void
  goToBox: (box: Bbox) => void
}

const FocusOf = createContext<Focus>({ box: undefined, goTo: () => undefined, goToBox: () => undefined })

export function FocusProvider({ children }: { children: ReactNode }) {
  const [box, setBox] = useState<Bbox>()
  const focus = useMemo<Focus>(
    () => ({ box, goTo: ([lng, lat]) => setBox([lng, lat, lng, lat]), goToBox: setBox }),
    [box],
  )
  return <FocusOf.Provider value={focus}>{children}</FocusOf.Provider>
}

export const useFocus = (): Focus => useContext(FocusOf)
