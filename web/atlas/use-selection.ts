import { useEffect, useRef } from 'react'
import type { LngLat } from '../../server/contract/geo.ts'
import type { Layer } from '../../server/contract/layer.ts'
import type { Pick } from '../map/city-map.ts'
import { withLayer } from './layers/status-filter.ts'
import type { Picked } from './search/use-search-pick.ts'
import type { Measuring } from './tools/use-measure.ts'
import type { MapView } from './use-map-view.ts'
import type { Change } from './use-picture.ts'

/** Close enough for a thing to stand alone. */
const THING_ZOOM = 17
const ROAD_ZOOM = 16
const CELL_ZOOM = 15.5

export interface Selection {
  onPick: (pick: Pick | null) => void
  /** Opens a thing from a list and goes there. */
  openThing: (id: string, place: LngLat) => void
  openCell: (place: LngLat) => void
  close: () => void
}

/** What a click, a row, a search or a key chooses. */
export function useSelection(
  layers: Layer[],
  change: Change,
  view: MapView,
  measure: Measuring,
  picked: Picked | undefined,
): Selection {
  const focused = useRef<Element | null>(null)
  const remember = (): void => {
    if (!document.activeElement?.closest('.card')) focused.current = document.activeElement
  }
  const select = (thing: string | undefined, cell: LngLat | undefined): void => {
    remember()
    change((before) =>
      before.thing === thing && before.cell?.join() === cell?.join() ? before : { ...before, thing, cell },
    )
  }
  const openThing = (id: string, place: LngLat): void => {
    select(id, undefined)
    view.flyTo(place, THING_ZOOM, true)
  }
  const openCell = (place: LngLat): void => {
    select(undefined, place)
    view.flyTo(place, CELL_ZOOM, true)
  }
  const close = (): void => {
    change((before) => (before.thing || before.cell ? { ...before, thing: undefined, cell: undefined } : before))
    if (focused.current instanceof HTMLElement && focused.current.isConnected) focused.current.focus()
  }

  const turn = picked?.turn
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per choice in the search
  useEffect(() => {
    if (!picked) return
    const { hit } = picked
    if (hit.kind !== 'thing') return view.flyTo(hit.location, ROAD_ZOOM, false)
    const layer = hit.layer
    change((before) => {
      const next = layer ? withLayer(before, layers, layer) : before
      return { ...next, thing: hit.id, cell: undefined }
    })
    view.flyTo(hit.location, THING_ZOOM, true)
  }, [turn])

  const choose = (pick: Pick): void => {
    const place = pick.kind === 'cell' ? pick.cell.lngLat : pick.lngLat
    select(pick.kind === 'asset' ? pick.id : undefined, pick.kind === 'cell' ? place : undefined)
    view.uncover(place)
  }
  const onPick = (pick: Pick | null): void => {
    if (!pick) return
    if (measure.on) measure.add(pick.lngLat)
    else if (pick.kind === 'cluster')
      view.map.current?.flyTo({ lng: pick.lngLat[0], lat: pick.lngLat[1], zoom: pick.zoomTo })
    else if (pick.kind === 'place') close()
    else choose(pick)
  }
  return { onPick, openThing, openCell, close }
}
