import type { Scene } from '../../../server/contract/wall.ts'

/** A round that is being edited. `past`: as it was before each edit, the latest last; `key`: what the last edit was about, so that a word typed
 *  letter by letter is one edit. */
export interface Edited {
  scenes: readonly Scene[]
  past: readonly (readonly Scene[])[]
  key: string | null
}

const MOST_UNDONE = 100

export const begun = (scenes: readonly Scene[]): Edited => ({ scenes, past: [], key: null })

function edit(
  { scenes: before, past, key: last }: Edited,
  scenes: readonly Scene[],
  key: string | null = null,
): Edited {
  const isSameWord = key !== null && key === last
  return { scenes, key, past: isSameWord ? past : [...past, before].slice(-MOST_UNDONE) }
}

/** As it was before the last edit; the same where there was none. */
export function undone(edited: Edited): Edited {
  const before = edited.past.at(-1)
  return before ? { scenes: before, past: edited.past.slice(0, -1), key: null } : edited
}

/** One of its scenes is changed. */
export const changed = (edited: Edited, id: string, patch: Partial<Omit<Scene, 'id'>>): Edited =>
  edit(
    edited,
    edited.scenes.map((scene) => (scene.id === id ? { ...scene, ...patch } : scene)),
    `${id} ${Object.keys(patch).join()}`,
  )

/** A scene comes to stand at a place of the round, 0 the first; the ends hold. */
export function moved(edited: Edited, id: string, to: number): Edited {
  const at = edited.scenes.findIndex((scene) => scene.id === id)
  const scene = edited.scenes[at]
  const place = Math.max(0, Math.min(edited.scenes.length - 1, to))
  if (!scene || place === at) return edited
  const rest = edited.scenes.filter((one) => one !== scene)
  return edit(edited, [...rest.slice(0, place), scene, ...rest.slice(place)])
}

/** Without a scene. The last one stays: a wall shows something. */
export const removed = (edited: Edited, id: string): Edited =>
  edited.scenes.length < 2
    ? edited
    : edit(
        edited,
        edited.scenes.filter((scene) => scene.id !== id),
      )

/** A copy behind its original, under a title that is apart from it. */
export function duplicated(edited: Edited, id: string, title: (of: Scene['title']) => Scene['title']): Edited {
  const at = edited.scenes.findIndex((scene) => scene.id === id)
  const scene = edited.scenes[at]
  if (!scene) return edited
  const copy = { ...structuredClone(scene), id: freeId(edited.scenes, scene.id), title: title(scene.title) }
  return edit(edited, [...edited.scenes.slice(0, at + 1), copy, ...edited.scenes.slice(at + 1)])
}

/** A new scene at the end of the round. */
export function added(edited: Edited, title: Scene['title']): Edited {
  const scene: Scene = {
    ...{ id: freeId(edited.scenes, 'scene'), title, seconds: 45, camera: 'city', layers: [] },
    panels: { left: [], right: [], foot: 'ticker' },
    map: { night: 'auto' },
  }
  return edit(edited, [...edited.scenes, scene])
}

export const isChanged = (edited: Edited, before: readonly Scene[]): boolean =>
  JSON.stringify(edited.scenes) !== JSON.stringify(before)

const LONGEST = 36

/** `lighting-2` where there is a `lighting`. */
function freeId(scenes: readonly Scene[], like: string): string {
  const stem = like.replace(/-\d+$/, '').slice(0, LONGEST)
  for (let number = 2; ; number += 1) {
    const id = `${stem}-${number}`
    if (scenes.every((scene) => scene.id !== id)) return id
  }
}
