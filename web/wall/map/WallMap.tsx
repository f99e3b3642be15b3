import './wall-map.css'
import '../../i18n/wall-map-words.ts'
import { useQuery } from '@tanstack/react-query'
import type { LiveCase } from '../../../server/contract/live.ts'
import type { Scene, WallFigures } from '../../../server/contract/wall.ts'
import { getCity } from '../../api.ts'
import type { ScaleBar } from '../../map/scale-bar.ts'
import type { Part } from '../part.ts'
import { OpenWallMap } from './OpenWallMap.tsx'
import { useWallLayers } from './use-wall-layers.ts'

export interface WallMapProps {
  scene: Scene
  /** When it began by the server's clock (Unix ms), where all screens of a wall know that; else it begins when it is first given. */
  since?: number | undefined
  figures: WallFigures | undefined
  /** The emergency that nobody has acknowledged; the map goes to it. */
  alarm: LiveCase | null
  /** Unix ms by the server's clock, another one every second. */
  now: number
  part: Part | null
  /** Once, when the first picture is complete. */
  onReady?: () => void
  /** The bar of the map's scale, in CSS pixels. */
  onScale?: (bar: ScaleBar) => void
}

/** The city behind the wall, one map for the life of the page: scenes change what it shows. It takes the page's theme with it, by night and by day. */
export function WallMap(props: WallMapProps) {
  const city = useQuery({ queryKey: ['city'], queryFn: ({ signal }) => getCity(signal) }).data
  const catalogue = useWallLayers()
  return (
    <div className="wall-map">
      {city && catalogue ? <OpenWallMap {...props} city={city} catalogue={catalogue} /> : null}
    </div>
  )
}
