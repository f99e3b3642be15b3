import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import type { MapDrawing } from '../map-drawing.ts'
import { useCatalogueWords } from '../use-catalogue-words.ts'
import { AREAS, landfillLayers, landfillShapes, WELLS } from './draw-landfill.ts'
import { useLandfillDesk } from './landfill-desk.tsx'
import { useLandfillShapes } from './queries.ts'
import { stateOfWell } from './state-of-well.ts'

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
    const { areas, wells, bounds } = landfillShapes(things, chosen, {
      ...{ focus, labels },
      stateOf: (well) => stateOfWell(well, words.status('landfill-wells', well.status).state),
    })
    return {
      sources: { [AREAS]: areas, [WELLS]: wells },
      layers: landfillLayers,
      legend: [
        { name: t('landfill.legendCell'), look: 'area', colours: ['text-2'] },
        { name: t('landfill.legendWell'), look: 'dot', colours: ['normal'] },
        ...(chosen.wells.some(({ belowWarningM }) => (belowWarningM ?? 0) < 0)
          ? [{ name: t('landfill.legendAbove'), look: 'diamond' as const, colours: ['late' as const] }]
          : []),
      ],
      ...(bounds ? { bounds } : {}),
      label: t('landfill.map', { name: chosen.name, n: chosen.cells.length, wells: chosen.wells.length }),
      onClick: (hit) => {
        const id = hit?.properties.id
        const isOwn = chosen.cells.some((cell) => cell.id === id) || chosen.wells.some((well) => well.id === id)
        looking.current(isOwn && typeof id === 'string' ? id : undefined)
      },
    }
  }, [chosen, things, focus, words, t])
}
