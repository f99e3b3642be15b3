import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Palette } from '../../theme/palette.ts'
import type { LegendEntry, MapDrawing } from '../map-drawing.ts'
import { sketchOn } from './campaign-place.ts'
import { CELLS, CHOSEN, cellLayers, cellSource, chosenSource } from './draw-cells.ts'
import { PLACE, placeLayers, placeSource } from './draw-place.ts'
import { useSpotDesk } from './spot-desk.tsx'

/** The cells of what is asked on the map, with their legend. */
export function useSpotDrawing(): MapDrawing | undefined {
  const { t } = useTranslation()
  const { search, span, today, days, reading, choose, look, change, sketch, setSketch } = useSpotDesk()
  const { cells, scale, swipe, unit, borders, marks, noData } = reading
  const { spot, box, ring, lens } = search
  const drawn = useMemo(() => cellSource(cells, scale), [cells, scale])
  const chosen = useMemo(() => chosenSource(cells, spot), [cells, spot])
  const boxed = useMemo(
    () => placeSource(lens === 'again' && !sketch ? { box, ring } : {}, sketch),
    [lens, box, ring, sketch],
  )
  const layers = useMemo(() => (ink: Palette) => [...cellLayers(ink, scale), ...placeLayers(ink)], [scale])
  const sources = useMemo(() => ({ [CELLS]: drawn, [CHOSEN]: chosen, ...boxed }), [drawn, chosen, boxed])
  const [over, after] = [swipe?.cells, swipe?.scale]
  const afterDrawn = useMemo(() => (over && after ? cellSource(over, after) : undefined), [over, after])
  const names = swipe?.names.join('|')
  const swiped = useMemo<MapDrawing['swipe']>(() => {
    const [left = '', right = ''] = names?.split('|') ?? []
    return afterDrawn && { sources: { [CELLS]: afterDrawn, [CHOSEN]: chosen, ...boxed }, layers, names: [left, right] }
  }, [afterDrawn, chosen, boxed, layers, names])
  const hasPlace = lens === 'again' && (box ?? ring) !== undefined
  const bordersText = borders.join('|')
  const legend = useMemo<LegendEntry[]>(() => {
    if (unit === '') return []
    const steps = bordersText.split('|')
    return [
      { name: unit, look: 'band', colours: scale.colours, borders: steps },
      ...(marks ? [{ name: marks, look: 'edge' as const, colours: ['text-1' as const] }] : []),
      ...(hasPlace ? [{ name: t('spots.where'), look: 'dashed' as const, colours: ['accent' as const] }] : []),
      ...(noData ? [{ name: noData, look: 'hatch' as const, colours: ['n-5' as const] }] : []),
    ]
  }, [unit, bordersText, scale, marks, noData, hasPlace, t])
  const things = search.things.join()
  const isPast = days.last < today
  return useMemo<MapDrawing>(
    () => ({
      ...{ sources, layers, legend, label: t('spots.mapOf', { what: t(`spotLens.${lens}`) }) },
      assets: things.split(',').filter(Boolean),
      ...(isPast ? { at: `${span.to.slice(0, 16)}Z` } : {}),
      ...(swiped ? { swipe: swiped } : {}),
      ...look,
      placing: sketch !== undefined,
      onClick(hit, at) {
        if (sketch) {
          const { place, sketch: next } = sketchOn(sketch, at, hit?.source === PLACE && hit.properties.first === true)
          setSketch(next)
          if (place) change({ box: place })
        } else {
          const cell = hit?.properties.cell
          choose(typeof cell === 'string' ? cell : undefined)
        }
      },
    }),
    [sources, layers, legend, t, lens, things, isPast, span.to, swiped, look, sketch, setSketch, change, choose],
  )
}
