import { type RefObject, useState } from 'react'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import type { Pick } from '../../map/city-map.ts'
import type { MapSurface, Mark, Pixel } from '../../map/map-surface.ts'
import { mercator, projectorOf } from '../../map/movers/projector.ts'
import { clusterAnswer } from './cluster-answer.ts'
import type { DeskMapProps } from './desk-map-props.ts'
import { caseOfMark, isCluster } from './drag.ts'
import type { Hands } from './hands.ts'
import type { useDeskView } from './use-desk-view.ts'

/** So many cases of one place are listed. */
const MOST_LISTED = 50
/** All that a cluster holds. */
const ALL = 100_000

interface Same {
  cases: DeskCase[]
  total: number
  at: Pixel
}

/** What a click on the map does, and the key that chooses what is in view. */
export function usePick(
  { cases, chosen, onOpen, onChoose, onPlace }: DeskMapProps,
  surface: RefObject<MapSurface | null>,
  hands: RefObject<Hands | null>,
  view: ReturnType<typeof useDeskView>,
) {
  const [same, setSame] = useState<(Same & { moves: number }) | null>(null)

  const onCluster = async (map: MapSurface, { source, properties, lngLat }: Mark): Promise<void> => {
    const cluster = Number(properties.cluster_id)
    const withShift = hands.current?.wasWithShift() ?? false
    const answer = withShift ? 'list' : clusterAnswer(await map.zoomThatSplits(source, cluster), view.zoom())
    if (answer !== 'list') return void view.goTo(lngLat, answer.zoomTo)
    const ids = new Set((await map.members(source, cluster, withShift ? ALL : MOST_LISTED)).map(({ id }) => String(id)))
    if (withShift) return onChoose([...ids], 'add')
    setSame({
      cases: cases.filter(({ id }) => ids.has(id)),
      total: Number(properties.point_count),
      at: map.toPixel(lngLat),
      moves: view.moves,
    })
  }

  const onPick = (pick: Pick | null): void => {
    setSame(null)
    const map = surface.current
    if (onPlace) {
      if (pick) onPlace(pick.lngLat)
      return
    }
    if (hands.current?.tookClick() || pick?.kind !== 'mark' || !map) return
    const id = caseOfMark(pick.mark)
    // A cluster may be gone by the time that its worker answers.
    if (isCluster(pick.mark)) onCluster(map, pick.mark).catch(() => undefined)
    else if (id !== undefined && hands.current?.wasWithShift()) onChoose([id], chosen.has(id) ? 'remove' : 'add')
    else if (id !== undefined) onOpen(id)
  }

  const chooseView = (): void => {
    const map = surface.current
    if (!map) return
    const [project, [width, height]] = [projectorOf(map), map.size()]
    const inView = cases.filter(({ location }) => {
      const [x, y] = project(mercator(location))
      return x >= 0 && x <= width && y >= 0 && y <= height
    })
    onChoose(
      inView.map(({ id }) => id),
      'set',
    )
  }

  // A list of one place stands where the place was; when the map moves on it is gone.
  const shown = same && same.moves === view.moves ? same : null
  return { onPick, chooseView, same: shown, closeSame: () => setSame(null) }
}
