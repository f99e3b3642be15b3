import { useHotKeys } from '../../ui/use-hot-keys.ts'
import { DESK_ACTS, type DeskAct, type KeySettings, type MapAct } from './desk-keys.ts'

type Act = Exclude<DeskAct, MapAct>

/** The keys of the desk; the map has its own. Letters act while they are on; arrows, Enter and Esc always. */
export function useDeskKeys({ on, keys }: KeySettings, acts: Record<Act | 'open' | 'escape', () => void>): void {
  const own = DESK_ACTS.filter((act): act is Act => act in acts)
  useHotKeys(Object.fromEntries(own.map((act) => [keys[act], acts[act]])), on)
  useHotKeys({ arrowdown: acts.next, arrowup: acts.previous, enter: acts.open, escape: acts.escape }, true)
}
