import { useMemo } from 'react'
import type { City } from '../../server/contract/city.ts'
import type { LngLat } from '../../server/contract/geo.ts'
import { Layer } from '../../server/contract/layer.ts'
import type { LayerPicture } from '../api.ts'
import type { MapPicture } from '../map/city-map.ts'
import type { Heat } from './heat/use-heat.ts'
import { shownLayersOf, statusFilterOf } from './layers/status-filter.ts'
import type { Picture } from './picture.ts'
import type { Screen } from './use-screen.ts'
import { useStable } from './use-stable.ts'

interface MapPictureNeeds {
  city: City
  layers: LayerPicture[]
  picture: Picture
  screen: Screen
  heat: Heat
  measure: LngLat[]
  /** Per layer the instant its tiles are of. */
  moments: Record<string, string>
  /** The city of the moment chosen is not there yet: no other is shown in its place. */
  awaited: boolean
}

const DEFINITION = Object.keys(Layer.shape) as (keyof Layer)[]

/** The catalogue's part of a layer, without what changes by the minute. */
const definitionOf = (layer: LayerPicture): Layer =>
  Object.fromEntries(DEFINITION.map((key) => [key, layer[key]])) as Layer

/** What the map is given. It is opened anew for another city or catalogue, so a new count or a later log row must not look like one. */
export function useMapPicture(needs: MapPictureNeeds) {
  const { city, layers, picture, screen, heat, measure } = needs
  const shownLayers = useStable(needs.awaited ? [] : shownLayersOf(picture, layers))
  const moments = useStable(needs.moments)
  const statusFilter = useStable(statusFilterOf(picture, layers))
  const versions = useStable(Object.fromEntries(layers.map(({ id, version }) => [id, version])))
  const { theme, language } = screen
  return {
    city: useStable({ ...city, seq: 0, dataAt: null }),
    layers: useStable(layers.map(definitionOf)),
    picture: useMemo<MapPicture>(
      () => ({ shownLayers, statusFilter, versions, moments, theme, language, heat: heat.picture, measure }),
      [shownLayers, statusFilter, versions, moments, theme, language, heat.picture, measure],
    ),
  }
}
