import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import type { MapDrawing } from '../map-drawing.ts'
import { useCatalogueWords } from '../use-catalogue-words.ts'
import { AREAS, FLARES, landfillLayers, landfillShapes, WELLS } from './draw-landfill.ts'
import { flareLegend } from './flare-legend.ts'
import { useLandfillDesk } from './landfill-desk.tsx'
import { useLandfillShapes } from './queries.ts'

export function useLandfillDrawing(): MapDrawing | undefined {
  const { t } = useTranslation()
  const { chosen, focus, look } = useLandfillDesk()
  const words = useCatalogueWords()
  const { data: things } = useLandfillShapes()
  const looking = useRef(look)
  looking.current = look
  return useMemo(() => {
    if (!chosen || !things) return undefined
    const labels = {
      share: (percent: number) => `${number(percent)} %`,
      below: (metres: number) =>
        t(metres < 0 ? 'landfill.above' : 'landfill.below', { n: Math.abs(metres).toFixed(2) }),
    }
    const { areas, wells, flares, bounds } = landfillShapes(things, chosen, {
      ...{ focus, labels },
      stateOf: (well) => words.status('landfill-wells', well.status).state,
      flareOf: (flare) => words.status('landfill-flares', flare.status),
    })
    return {
      sources: { [AREAS]: areas, [WELLS]: wells, [FLARES]: flares },
      layers: landfillLayers,
      legend: [
        { name: t('landfill.legendCell'), look: 'area', colours: ['text-2'] },
        { name: t('landfill.legendWell'), look: 'dot', colours: ['normal'] },
        ...(chosen.wells.some(({ belowWarningM }) => (belowWarningM ?? 0) < 0)
          ? [{ name: t('landfill.legendAbove'), look: 'diamond' as const, colours: ['late' as const] }]
          : []),
        ...flareLegend(
          chosen.flares.map(({ status }) => words.status('landfill-flares', status)),
          (names) => t('landfill.legendFlare', { status: names.join(t('landfill.and')) }),
        ),
      ],
      ...(bounds ? { bounds } : {}),
      label: t('landfill.map', {
        name: chosen.name,
        n: chosen.cells.length,
        wells: chosen.wells.length,
        flares: chosen.flares.length,
      }),
      onClick: (hit) => {
        const id = hit?.properties.id
        const isOwn = [...chosen.cells, ...chosen.wells, ...chosen.flares].some((one) => one.id === id)
        looking.current(isOwn && typeof id === 'string' ? id : undefined)
      },
    }
  }, [chosen, things, focus, words, t])
}
