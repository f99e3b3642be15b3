import type { FeatureCollection } from 'geojson'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlockPage } from '../../../server/contract/coverage.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import type { DragHand, LegendEntry, MapDrawing, MapHit } from '../map-drawing.ts'
import { useCoverage } from './coverage-desk.tsx'
import { BLOCKS, coverageLayers, DRAFT, GAPS, LABELS, SITES } from './coverage-layers.ts'
import { draftFeatures, type Held, siteFeatures } from './draft-features.ts'
import { gapLabels, gapLines } from './gap-features.ts'

const NONE: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** Gaps and what the draft closes, existing things as rings, the draft's as diamonds. */
export function useCoverageDrawing(): MapDrawing {
  const { t } = useTranslation()
  const language = useLanguage()
  const desk = useCoverage()
  const { set, look, gaps, draft, search, summary, focus } = desk
  const [held, setHeld] = useState<Held>()
  const items = draft.draft?.items
  const isMine = draft.draft?.mine ?? true
  const lines = useMemo(() => gapLines(gaps, search.at), [gaps, search.at])
  const labels = useMemo(() => gapLabels(gaps), [gaps])
  const blockPage = (desk.drafted.look ?? look.look)?.blocks
  const blocks = useMemo(() => blockFeatures(blockPage, search.at), [blockPage, search.at])
  const drawn = useMemo(
    () =>
      items || held ? draftFeatures(items?.filter((one) => one.layer === set?.layer) ?? [], held, undefined) : NONE,
    [items, held, set?.layer],
  )
  const proposed = desk.proposal.proposal?.result?.sites
  const sites = useMemo(() => (proposed ? siteFeatures(proposed) : NONE), [proposed])
  const sources = useMemo(
    () => ({ [GAPS]: lines, [LABELS]: labels, [BLOCKS]: blocks, [DRAFT]: drawn, [SITES]: sites }),
    [lines, labels, blocks, drawn, sites],
  )
  const isService = summary?.kind === 'service'
  const hasDraft = (items?.length ?? 0) > 0
  const hasSites = sites.features.length > 0
  const legend = useMemo<LegendEntry[]>(
    () => [
      isService
        ? { name: t('coverage.legend.far'), look: 'dot', colours: ['diff-p3'] }
        : { name: t('coverage.legend.gap'), look: 'line', colours: ['diff-p3'] },
      ...(hasDraft && !isService
        ? [{ name: t('coverage.legend.filled'), look: 'line' as const, colours: ['diff-m2' as const] }]
        : []),
      { name: t('coverage.legend.existing'), look: 'ring', colours: ['text-1'] },
      ...(hasDraft
        ? [{ name: t('coverage.legend.new'), look: 'diamond' as const, colours: ['accent-fill' as 'accent'] }]
        : []),
      ...(hasSites ? [{ name: t('coverage.legend.site'), look: 'ring' as const, colours: ['accent' as const] }] : []),
    ],
    [t, isService, hasDraft, hasSites],
  )
  const add = (at: LngLat): void => {
    if (set) draft.edit([{ do: 'add', layer: set.layer, at: desk.kerbs.snap(at) }])
  }
  const onClick = (hit: MapHit | undefined, at: LngLat): void => {
    if (desk.isPlacing && isMine) add(at)
    else if (hit?.source === GAPS || hit?.source === LABELS || hit?.source === BLOCKS)
      desk.change({ at: String(hit.properties.id) })
    else if (hit === undefined && search.at) desk.change({ at: undefined })
  }
  /** Takes in hand an item of the draft; while something is put down also a thing of the city: else a map cannot be moved over a full street. */
  const onPress = (hit: MapHit): DragHand | undefined => {
    const isItem = hit.source === DRAFT && hit.properties.role !== 'removed'
    const isThing = hit.layer !== undefined && hit.layer === set?.layer && desk.isPlacing
    const of = String(hit.properties.id)
    if (!isMine || !(isItem || isThing)) return undefined
    const from = isThing && hit.geometry.type === 'Point' ? { from: hit.geometry.coordinates as LngLat } : {}
    return {
      move: (to) => setHeld({ of, at: desk.kerbs.snap(to), ...from }),
      drop: (to) => {
        setHeld(undefined)
        draft.edit([{ do: 'move', of, to: desk.kerbs.snap(to) }])
      },
      cancel: () => setHeld(undefined),
    }
  }
  const label = summary
    ? t(isService ? 'coverage.map.service' : 'coverage.map.along', {
        name: set?.name[language] ?? '',
        n: number(isService ? summary.uncoveredPopulation : summary.gapMetres),
        gaps: number(summary.gaps),
      })
    : undefined
  return {
    ...{ sources, layers: coverageLayers, legend, assets: set ? [set.layer] : [], assetsAsRings: true },
    ...{ onClick, onPress, placing: desk.isPlacing },
    ...focus,
    ...(label ? { label } : {}),
  }
}

const blockFeatures = (page: BlockPage | undefined, chosen: string | undefined): FeatureCollection =>
  page && page.features.length > 0
    ? {
        type: 'FeatureCollection',
        features: page.features.map(({ id, geometry, properties: { population } }) => ({
          ...{ type: 'Feature', id, geometry, properties: { id, population, chosen: id === chosen } },
        })),
      }
    : NONE
