import type { Layer } from '../../../server/contract/layer.ts'
import { urgencyOf } from '../../../server/contract/state.ts'
import type { Picture } from '../picture.ts'

/** A problem is what somebody must go to: due, late or an emergency. Work in progress and silence are not. */
const PROBLEM = urgencyOf('due')

export const problemStatuses = (layer: Layer): string[] =>
  layer.statuses.filter(({ state }) => urgencyOf(state) >= PROBLEM).map(({ id }) => id)

/** Under a heat map nothing else is drawn until someone asks for it: marks would hide the colours. */
export const shownLayersOf = (picture: Pick<Picture, 'layers' | 'heat'>, layers: Layer[]): string[] =>
  picture.layers ?? (picture.heat ? [] : firstLayersOf(layers))

const firstLayersOf = (layers: Layer[]): string[] =>
  layers.filter(({ shownAtFirst }) => shownAtFirst).map(({ id }) => id)

/** The picture with one layer more; the same when it is shown already. */
export function withLayer(picture: Picture, layers: Layer[], id: string): Picture {
  const shown = shownLayersOf(picture, layers)
  return shown.includes(id) ? picture : { ...picture, layers: [...shown, id] }
}

/** Statuses shown of a layer; undefined is all. A layer that knows no problem stays whole under "only problems": a grid is no fault. */
export function shownStatuses(layer: Layer, picture: Pick<Picture, 'statuses' | 'problemsOnly'>): string[] | undefined {
  const chosen = picture.statuses[layer.id]
  if (!picture.problemsOnly) return chosen
  const problems = problemStatuses(layer)
  if (problems.length === 0) return chosen
  return chosen ? problems.filter((id) => chosen.includes(id)) : problems
}

export function statusFilterOf(picture: Picture, layers: Layer[]): Record<string, string[]> {
  const entries = layers.flatMap((layer) => {
    const ids = shownStatuses(layer, picture)
    return ids ? [[layer.id, ids] as const] : []
  })
  return Object.fromEntries(entries)
}

/** Switches one status. "Only problems" gives way to what it meant, spelled out, so that a click never does two things. */
export function toggleStatus(picture: Picture, layers: Layer[], layerId: string, status: string): Picture {
  const statuses = statusFilterOf(picture, layers)
  const layer = layers.find(({ id }) => id === layerId)
  if (!layer) return picture
  const all = layer.statuses.map(({ id }) => id)
  const shown = statuses[layerId] ?? all
  const next = all.filter((id) => (id === status ? !shown.includes(id) : shown.includes(id)))
  const { [layerId]: _, ...others } = statuses
  return {
    ...picture,
    problemsOnly: false,
    statuses: next.length === all.length ? others : { ...others, [layerId]: next },
  }
}

/** Layers in the order of the panel: by group, then by their place in it. */
const GROUPS: readonly Layer['group'][] = [
  'lighting',
  'drainage',
  'sanitation',
  'waste',
  'parking',
  'order',
  'roads',
  'grids',
]

export const groupsOf = <Of extends Layer>(layers: Of[]): { group: Layer['group']; layers: Of[] }[] =>
  GROUPS.map((group) => ({
    group,
    layers: layers.filter((layer) => layer.group === group).sort((a, b) => a.order - b.order),
  })).filter((entry) => entry.layers.length > 0)
