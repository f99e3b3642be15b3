import type { ExpressionSpecification } from 'maplibre-gl'
import { State } from '../../../server/contract/state.ts'
import type { Theme } from '../../theme/theme.ts'

/** An image of the map is named by all that it is drawn from, so it can be drawn when it is first asked for and none must be listed. */
export type ImageName =
  | { kind: 'mark'; theme: Theme; state: State; icon: string | null }
  | { kind: 'cluster'; theme: Theme; state: State }
  | { kind: 'plate' | 'dot' | 'peak' | 'hatch' | 'diamond'; theme: Theme }

const STATE: ExpressionSpecification = ['get', 'state']

/** The mark of the feature's state, plain or with an icon in it. */
export const markImage = (theme: Theme, icon = ''): ExpressionSpecification => [
  'concat',
  `mark|${theme}|`,
  STATE,
  `|${icon}`,
]
export const clusterImage = (theme: Theme): ExpressionSpecification => ['concat', `cluster|${theme}|`, STATE]
/** What you have drawn and nobody has built. */
export const diamondName = (theme: Theme): string => `diamond|${theme}`
export const hatchName = (theme: Theme): string => `hatch|${theme}`

const isTheme = (text: string | undefined): text is Theme => text === 'dark' || text === 'light'

/** Undefined for a name that is not one of ours. */
export function parseImageName(name: string): ImageName | undefined {
  const [kind, theme, word, icon] = name.split('|')
  if (!isTheme(theme)) return undefined
  if (kind === 'plate' || kind === 'dot' || kind === 'peak' || kind === 'hatch' || kind === 'diamond')
    return { kind, theme }
  const state = State.safeParse(word)
  if (!state.success) return undefined
  if (kind === 'cluster') return { kind, theme, state: state.data }
  return kind === 'mark' ? { kind, theme, state: state.data, icon: icon || null } : undefined
}
