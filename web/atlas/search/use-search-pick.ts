import { useState } from 'react'
import type { SearchHit } from '../../api.ts'

/** What was chosen in the search, handed to the map with a number, so that choosing the same again goes there again. */
export interface Picked {
  hit: SearchHit
  turn: number
}

export function useSearchPick(): { picked: Picked | undefined; choose: (hit: SearchHit) => void } {
  const [picked, setPicked] = useState<Picked>()
  return { picked, choose: (hit) => setPicked((before) => ({ hit, turn: (before?.turn ?? 0) + 1 })) }
}
