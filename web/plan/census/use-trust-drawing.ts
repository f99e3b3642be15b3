import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import type { LegendEntry, MapDrawing } from '../map-drawing.ts'
import { trustFeatures } from './trust-features.ts'
import { TONE_TOKENS, TRUST_SOURCE, trustLayers } from './trust-layers.ts'
import { useLayerNames } from './use-layer-names.ts'
import { useTrust, useTrustMap } from './use-trust.ts'

const GRADES = ['A', 'B', 'C'] as const
const BANDS = [0, 1, 2, 3] as const

export function useTrustDrawing(on: boolean): MapDrawing | undefined {
  const { t } = useTranslation()
  const { layerName } = useLayerNames()
  const { by, row, at, change } = useTrust({ on })
  const map = useTrustMap(row?.layer, on)
  const sources = useMemo(() => ({ [TRUST_SOURCE]: trustFeatures(map.data, by, at) }), [map.data, by, at])
  const cellMetres = map.data?.cellMetres ?? null
  const legend = useMemo<LegendEntry[]>(() => {
    const look = cellMetres === null ? 'dot' : 'area'
    const entry = (name: string, tone: number): LegendEntry => ({ name, look, colours: [TONE_TOKENS[tone] ?? 'n-6'] })
    const square: LegendEntry[] =
      cellMetres === null
        ? []
        : [{ name: t('census.trust.squares', { n: number(cellMetres) }), look: 'edge', colours: ['text-1'] }]
    return by === 'age'
      ? [...BANDS.map((band) => entry(t(`census.trust.band.${band}`), band)), ...square]
      : [
          ...GRADES.map((grade, tone) => entry(t(`trust.grade.${grade}`), tone)),
          { name: t('trust.ungraded'), look: cellMetres === null ? 'ring' : 'dashed', colours: ['n-6'] },
          ...square,
        ]
  }, [t, by, cellMetres])
  if (!on) return undefined
  return {
    ...{ sources, layers: trustLayers, legend },
    onClick: (hit) => {
      const id = hit?.source ? String(hit.properties.id ?? '') : ''
      if (id !== '') change({ at: id })
      else if (at) change({ at: undefined })
    },
    label: t('census.trust.map', { layer: layerName(row?.layer ?? ''), n: number(map.data?.things ?? 0) }),
  }
}
