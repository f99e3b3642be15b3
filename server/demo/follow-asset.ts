import type { CaseKind } from '../../data/cities/suo/records/case-kind.ts'
import type { Asset } from '../contract/asset.ts'
import type { AssetPatch } from '../contract/asset-write.ts'
import type { Case } from '../contract/case.ts'
import type { Layer } from '../contract/layer.ts'

type Trouble = NonNullable<CaseKind['trouble']>

/** Before anybody is sent, and while somebody is. */
const FOUND: readonly Case['status'][] = ['received', 'checking', 'accepted', 'filed']
const SENT: readonly Case['status'][] = ['dispatched', 'handling', 'suspended']
/** Says nothing of the thing: another case has it. */
const SILENT: readonly Case['status'][] = ['merged', 'unsolved']

/** How the thing of a case is to look as the case stands now, whoever brought it there; undefined where it looks so, or where something else is
 *  the matter with it. */
export function followAsset(
  of: Pick<Case, 'status'>,
  asset: Asset,
  layer: Layer,
  trouble: Trouble,
): AssetPatch | undefined {
  const stateOf = (status: string) => layer.statuses.find(({ id }) => id === status)?.state
  if (SILENT.includes(of.status)) return undefined
  const troubled = [trouble.found, trouble.sent]
  const isOwn = troubled.includes(asset.status) || stateOf(asset.status) === 'normal'
  if (!isOwn) return undefined
  const isOver = !FOUND.includes(of.status) && !SENT.includes(of.status)
  if (isOver && stateOf(asset.status) === 'normal') return undefined
  const calm =
    asset.fields.kind === 'temporary-dump' ? 'cleared' : layer.statuses.find(({ state }) => state === 'normal')?.id
  const status = isOver ? calm : FOUND.includes(of.status) ? trouble.found : trouble.sent
  if (status === undefined || status === asset.status) return undefined
  return { status, fields: (isOver ? trouble.after : trouble.during) ?? {} }
}

/** The trouble that a case of this class at this thing is; undefined for what the records of the city do not know. */
export function troubleOf(
  kinds: readonly CaseKind[],
  of: Pick<Case, 'kind' | 'code' | 'problem'>,
  asset: Asset,
): Trouble | undefined {
  const fits = ({ kind, code, scene }: CaseKind): boolean =>
    kind === of.kind &&
    code === of.code &&
    scene.layer === asset.layer &&
    (scene.kind ?? asset.fields.kind) === asset.fields.kind
  const fitting = kinds.filter(fits)
  return (fitting.find(({ problems }) => problems.includes(of.problem)) ?? fitting[0])?.trouble
}
