import { z } from 'zod'

/** What a single key does on the desk, and which key at first. Arrows, Enter and Esc are no letters and always act. */
export const FIRST_KEYS = {
  ...{ next: 'j', previous: 'k', choose: 'x', dispatch: 'd', all: 'a', undo: 'u', search: '/', help: '?' },
  ...{ chooseView: 'v', zoomIn: '+', zoomOut: '-' },
} as const
export type DeskAct = keyof typeof FIRST_KEYS
/** Those that the map does. */
export type MapAct = 'chooseView' | 'zoomIn' | 'zoomOut'
export const DESK_ACTS = Object.keys(FIRST_KEYS) as DeskAct[]

/** WCAG 2.1.4: single keys can be turned off, and changed. */
export interface KeySettings {
  on: boolean
  keys: Record<DeskAct, string>
}

export const FIRST_SETTINGS: KeySettings = { on: true, keys: FIRST_KEYS }

/** One that is typed, and no blank: it pages. */
const KEY = /^[^\s\p{Cc}]$/u
const Stored = z.object({ on: z.boolean(), keys: z.partialRecord(z.enum(DESK_ACTS), z.string().regex(KEY)) })

/** As this browser kept them; as at first where that cannot be read, or two would be one. */
export function readKeys(text: string | null): KeySettings {
  try {
    const { on, keys } = Stored.parse(JSON.parse(text ?? ''))
    const all = { ...FIRST_KEYS, ...keys }
    return new Set(Object.values(all)).size === DESK_ACTS.length ? { on, keys: all } : { on, keys: FIRST_KEYS }
  } catch {
    return FIRST_SETTINGS
  }
}

/** The settings with another key for an act: `bad` where no single key was typed, or the act whose key it is already. */
export function assignKey(
  settings: KeySettings,
  act: DeskAct,
  typed: string,
): { settings: KeySettings } | { refused: 'bad' | DeskAct } {
  const key = typed.toLowerCase()
  if (!KEY.test(key)) return { refused: 'bad' }
  const holder = DESK_ACTS.find((one) => settings.keys[one] === key && one !== act)
  if (holder) return { refused: holder }
  return { settings: { ...settings, keys: { ...settings.keys, [act]: key } } }
}
