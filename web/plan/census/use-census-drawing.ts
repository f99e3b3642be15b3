import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import type { LegendEntry, MapDrawing } from '../map-drawing.ts'
import { useFocus } from '../ranked/focus.tsx'
import { placeLayers, placeSource, placesOf } from '../ranked/place-layers.ts'
import { faultId, useCensus } from './use-census.ts'
import { useCensusLens } from './use-census-lens.ts'
import { useTrustDrawing } from './use-trust-drawing.ts'

const layers = placeLayers('census')
/** To see what is outside of them. */
const GRIDS = ['unit-grids']

export function useCensusDrawing(): MapDrawing | undefined {
  const isTrust = useCensusLens().lens === 'trust'
  const [faults, trust] = [useFaultDrawing(), useTrustDrawing(isTrust)]
  return isTrust ? trust : faults
}

function useFaultDrawing(): MapDrawing | undefined {
  const { t } = useTranslation()
  const { box, asked: boundsAsked } = useFocus()
  const { asked, change, quality } = useCensus()
  const faults = quality.data?.faults
  const { kind, layer, at } = asked
  const sources = useMemo(() => {
    const shown = (faults ?? []).filter((one) => one.kind === kind && (layer === undefined || one.layer === layer))
    const places = shown.map((fault) => ({
      ...{ id: faultId(fault), location: fault.location, tone: 'first' as const, size: 1 },
    }))
    return { [placesOf('census')]: placeSource(places, at) }
  }, [faults, kind, layer, at])
  const legend = useMemo<LegendEntry[]>(
    () => [{ name: t(`census.kind.${kind}`), look: 'dot', colours: ['diff-p3'] }],
    [t, kind],
  )
  return {
    ...{ sources, layers, legend, assets: kind === 'outside-grid' ? GRIDS : layer ? [layer] : [] },
    assetsAsRings: true,
    onClick: (hit) => {
      if (hit?.source) change({ at: String(hit.properties.id) })
      else if (at) change({ at: undefined })
    },
    label: t('census.map', {
      kind: t(`census.kind.${kind}`),
      n: number(sources[placesOf('census')]?.features.length ?? 0),
    }),
    ...(box ? { bounds: box, boundsAsked } : {}),
  }
}
