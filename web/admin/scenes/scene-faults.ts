import type { Layer } from '../../../server/contract/layer.ts'
import { type Scene, SceneSet } from '../../../server/contract/wall.ts'

export type FaultField = 'title' | 'seconds' | 'camera' | 'layers' | 'panels' | 'timeLapse' | 'round'

export interface SceneFault {
  /** Null for what is of the whole round. */
  id: string | null
  field: FaultField
}

const FIELDS: readonly FaultField[] = ['title', 'seconds', 'camera', 'layers', 'panels']

/** What of a round the server would refuse, each once. `layers`: those of the catalogue; undefined while they are not known. */
export function sceneFaults(scenes: readonly Scene[], layers: readonly Pick<Layer, 'id'>[] | undefined): SceneFault[] {
  const issues = SceneSet.safeParse({ scenes }).error?.issues ?? []
  const found = issues.map(({ path: [, at, field] }): SceneFault => {
    const id = typeof at === 'number' ? (scenes[at]?.id ?? null) : null
    if (id === null) return { id, field: 'round' }
    return { id, field: FIELDS.find((one) => one === field) ?? 'timeLapse' }
  })
  const blank = scenes.filter(({ title }) => !title.zh.trim() || !title.en.trim())
  const strange = scenes.filter((scene) => scene.layers.some((id) => layers?.every((layer) => layer.id !== id)))
  const twice = scenes.filter(
    ({ panels: { left, right } }) => new Set([...left, ...right]).size < left.length + right.length,
  )
  const all: SceneFault[] = [
    ...found,
    ...blank.map(({ id }): SceneFault => ({ id, field: 'title' })),
    ...strange.map(({ id }): SceneFault => ({ id, field: 'layers' })),
    ...twice.map(({ id }): SceneFault => ({ id, field: 'panels' })),
  ]
  return all.filter((one, at) => all.findIndex(({ id, field }) => id === one.id && field === one.field) === at)
}
