import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Layer } from '../../../server/contract/layer.ts'
import { State } from '../../../server/contract/state.ts'
import type { Palette } from '../../theme/palette.ts'
import type { Theme } from '../../theme/theme.ts'

/** What the map layers of one catalogue layer are a function of: its definition and the screen's theme, never its id. */
export interface AssetContext {
  layer: Layer
  theme: Theme
  ink: Palette
  /** Pixels east and south by which clusters are moved, so that those of two layers in one place do not hide each other. */
  nudge: [number, number]
}

/** About the width of a small cluster. */
const NUDGE_PIXELS = 12

/** The nudges of so many layers: a ring around the true place. */
export const nudgeOf = (index: number, of: number): [number, number] => {
  if (of < 2) return [0, 0]
  const angle = (2 * Math.PI * index) / of - Math.PI / 2
  return [Math.round(NUDGE_PIXELS * Math.cos(angle)), Math.round(NUDGE_PIXELS * Math.sin(angle))]
}

/** What a map layer shows of a catalogue layer, kept in its `metadata` for whoever asks what was clicked. */
export type AssetPart = 'area' | 'line' | 'cluster' | 'thing' | 'light' | 'name'

export interface AssetMetadata {
  layer: string
  part: AssetPart
}

type Plain<T extends LayerSpecification> = T extends { source: string }
  ? Omit<T, 'id' | 'source' | 'source-layer' | 'metadata'>
  : never

/** A map layer over this catalogue layer's tiles; `from` is '', '-marks', '-names' or '-clusters'. */
export function draw(
  { layer }: AssetContext,
  name: string,
  part: AssetPart,
  from: '' | '-marks' | '-names' | '-clusters',
  rest: Plain<Extract<LayerSpecification, { type: 'fill' | 'line' | 'circle' | 'symbol' }>>,
): LayerSpecification {
  const metadata: AssetMetadata = { layer: layer.id, part }
  const id = `${layer.id}/${name}`
  return { ...rest, id, source: sourceOf(layer), 'source-layer': `${layer.id}${from}`, metadata } as LayerSpecification
}

export const sourceOf = ({ id }: Pick<Layer, 'id'>): string => `layer/${id}`

/** Where the single marks of a layer are: a point is its own mark. */
export const markSource = (layer: Layer): '' | '-marks' => (layer.geometry === 'point' ? '' : '-marks')

export const hasMarks = (layer: Layer): boolean => layer.symbol.mark

/** A layer that can shine (lamps): its lit things are light, not marks. */
export const shines = (layer: Layer): boolean => layer.statuses.some(({ glow }) => (glow ?? 0) > 0)

/** The statuses that shine, each with its strength 0 … 1. */
export const glowsOf = (layer: Layer): [id: string, glow: number][] =>
  layer.statuses.flatMap(({ id, glow }) => (glow ? [[id, glow]] : []))

export const STATE: ExpressionSpecification = ['get', 'state']

export const isNormal: ExpressionSpecification = ['==', STATE, 'normal']

/** A value by state, quiet to loud. */
export const byState = <T extends string | number | ExpressionSpecification>(
  of: (state: State) => T,
): ExpressionSpecification =>
  [
    'match',
    STATE,
    ...State.options.filter((state) => state !== 'normal').flatMap((state) => [state, of(state)]),
    of('normal'),
  ] as unknown as ExpressionSpecification

/** What asks for something, in steps from quiet to loud: over the marks of all layers of one step lie those of the next. */
export const TIERS = [['unknown', 'working'], ['due'], ['late', 'emergency']] as const satisfies State[][]
export type Tier = (typeof TIERS)[number]

export const isIn = (tier: Tier): ExpressionSpecification => ['in', STATE, ['literal', [...tier]]]

/** 0 (normal) … 5 (emergency): the loudest is drawn last and so on top. */
export const URGENCY: ExpressionSpecification = byState((state) => State.options.indexOf(state))
