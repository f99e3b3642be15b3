import type { FeatureCollection } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { useMemo } from 'react'
import type { LayerPicture } from '../api.ts'
import { useThemeOfPage } from '../console/theme-of-page.ts'
import { useLanguage } from '../i18n/use-language.ts'
import type { MapPicture } from '../map/city-map.ts'
import type { Over } from '../map/over.ts'
import { type Palette, paletteOf } from '../theme/palette.ts'
import type { Theme } from '../theme/theme.ts'

interface Drawn {
  sources: Readonly<Record<string, FeatureCollection>>
  layers: (ink: Palette, theme: Theme) => LayerSpecification[]
}

interface Needs {
  catalogue: LayerPicture[]
  drawing: (Drawn & { assets?: readonly string[]; assetsAsRings?: boolean; at?: string }) | undefined
}

const NO_FILTER: MapPicture['statusFilter'] = {}
const NOW: NonNullable<MapPicture['moments']> = {}
const NO_MEASURE: MapPicture['measure'] = []
const NOTHING: Drawn = { sources: {}, layers: () => [] }

/** What the map is to show: the study's drawing over the city. */
export function usePlanPicture({ catalogue, drawing }: Needs): MapPicture {
  const [theme, language] = [useThemeOfPage(), useLanguage()]
  const { sources, layers: draw } = drawing ?? NOTHING
  const layers = useMemo(() => draw(paletteOf(theme), theme), [draw, theme])
  const over = useMemo<Over>(
    () => ({
      sources: Object.fromEntries(
        Object.entries(sources).map(([id, data]) => [id, { type: 'geojson' as const, data, tolerance: 0.2 }]),
      ),
      layers,
    }),
    [sources, layers],
  )
  const assets = (drawing?.assets ?? []).join()
  const shownLayers = useMemo(() => assets.split(',').filter(Boolean), [assets])
  const versions = useMemo(() => Object.fromEntries(catalogue.map(({ id, version }) => [id, version])), [catalogue])
  const rings = drawing?.assetsAsRings ?? false
  const at = drawing?.at
  const moments = useMemo(
    () => (at === undefined ? NOW : Object.fromEntries(shownLayers.map((id) => [id, at]))),
    [shownLayers, at],
  )
  return useMemo<MapPicture>(
    () => ({
      ...{ shownLayers, versions, moments, theme, language, over, rings },
      ...{ statusFilter: NO_FILTER, measure: NO_MEASURE, heat: null },
    }),
    [shownLayers, versions, moments, theme, language, over, rings],
  )
}
