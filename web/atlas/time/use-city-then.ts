import { useEffect, useRef, useState } from 'react'
import type { LayerPicture } from '../../api.ts'
import { useLayersAt } from '../queries.ts'
import { instantOf, type Moment } from './city-moment.ts'

export interface CityThen {
  /** Of the moment that is shown; undefined while the first past is awaited. */
  layers: LayerPicture[] | undefined
  /** The moment that is shown, which follows the one that is chosen; undefined is now. */
  at: Moment | undefined
  /** Per layer the instant its tiles are of: a layer that is the same at two moments keeps its tiles. */
  moments: Record<string, string>
  /** The chosen moment is not yet the one that is shown. */
  waiting: boolean
  fault: Error | null
}

interface Past {
  at: Moment
  layers: LayerPicture[]
}

/** The city as it stood at the moment chosen. Until that is read the one before stays in view, and the map goes from one past to the next
 *  when it has drawn the one before: only then do its tiles give way without a gap. */
export function useCityThen(chosen: Moment | undefined, now: LayerPicture[], mapBusy: boolean): CityThen {
  const then = useLayersAt(chosen && instantOf(chosen))
  const [past, setPast] = useState<Past>()
  const arrived = then.isPlaceholderData ? undefined : then.data
  useEffect(() => {
    if (chosen === undefined) setPast(undefined)
    else if (arrived && past?.at !== chosen && !(past && mapBusy)) setPast({ at: chosen, layers: arrived })
  }, [chosen, arrived, past, mapBusy])

  const known = useRef(new Map<string, { version: string; at: string }>())
  const nowSeen = useRef(false)
  if (chosen === undefined) nowSeen.current = true
  if (chosen === undefined || !past) {
    known.current.clear()
    const layers = nowSeen.current ? now : undefined
    return { layers, at: undefined, moments: NOW, waiting: chosen !== undefined, fault: then.error }
  }
  keepMoments(known.current, past)
  const moments = Object.fromEntries([...known.current].map(([id, { at }]) => [id, at]))
  return { layers: past.layers, at: past.at, moments, waiting: past.at !== chosen, fault: then.error }
}

const NOW: Record<string, string> = {}

function keepMoments(known: Map<string, { version: string; at: string }>, { at, layers }: Past): void {
  for (const { id, version } of layers)
    if (known.get(id)?.version !== version) known.set(id, { version, at: instantOf(at) })
}
