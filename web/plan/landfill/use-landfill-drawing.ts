import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import type { MapDrawing } from '../map-drawing.ts'
import { AREAS, landfillLayers, landfillShapes, WELLS } from './draw-landfill.ts'
import { useLandfillDesk } from './landfill-desk.tsx'
import { useLandfillShapes } from './queries.ts'

const ASSETS = ['landfill-wells'] as const

export function useLandfillDrawing(): MapDrawing | undefined {
  const { t } = useTranslation()
  const { chosen, focus, look } = useLandfillDesk()
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
    const { areas, wells, bounds } = landfillShapes(things, chosen, { focus, labels })
    return {
      sources: { [AREAS]: areas, [WELLS]: wells },
      layers: landfillLayers,
      legend: [
        { name: t('landfill.legendCell'), look: 'area', colours: ['text-2'] },
        { name: t('landfill.legendWell'), look: 'dot', colours: ['normal'] },
      ],
      assets: ASSETS,
      ...(bounds ? { bounds } : {}),
      label: t('landfill.map', { name: chosen.name, n: chosen.cells.length, wells: chosen.wells.length }),
      onClick: (hit) => {
        const id = hit?.properties.id
        const isOwn = chosen.cells.some((cell) => cell.id === id) || chosen.wells.some((well) => well.id === id)
        looking.current(isOwn && typeof id === 'string' ? id : undefined)
      },
    }
  }, [chosen, things, focus, t])
}
