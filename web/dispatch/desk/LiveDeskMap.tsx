import { DeskMap } from '../map/DeskMap.tsx'
import type { DeskMapProps } from '../map/desk-map-props.ts'
import { useDeskReplay } from '../replay/use-desk-replay.tsx'
import { useDeskCrews } from './use-desk-crews.ts'

/** The map with the crews as they move, or as they moved: the queue and the case beside it are not drawn anew for them. */
export function LiveDeskMap(props: Omit<DeskMapProps, 'crews' | 'crewsAt' | 'extra'>) {
  const { crews, now, extra } = useDeskReplay(useDeskCrews(), props.now)
  return <DeskMap {...props} crews={crews} crewsAt={now} extra={extra} />
}
