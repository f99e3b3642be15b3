import { useHotKeys } from '../../ui/use-hot-keys.ts'
import { DESK_ACTS, type DeskAct, type KeySettings } from './desk-keys.ts'

/** The keys of the desk. Letters act while they are on; arrows, Enter and Esc always. */
export function useDeskKeys({ on, keys }: KeySettings, acts: Record<DeskAct | 'open' | 'escape', () => void>): void {
  useHotKeys(Object.fromEntries(DESK_ACTS.map((act) => [keys[act], acts[act]])), on)
  useHotKeys({ arrowdown: acts.next, arrowup: acts.previous, enter: acts.open, escape: acts.escape }, true)
}
