import type { Round } from './round.ts'

const KEY = 'gridkeeper.wall.scene'

/** Where the wall was in its round before it was loaded anew; undefined where nothing is known. */
export function keptPlace(): Pick<Round, 'id' | 'index'> | undefined {
  try {
    const [index, id] = (localStorage.getItem(KEY) ?? '').split(' ')
    return id === undefined || id === '' ? undefined : { id, index: Number(index) || 0 }
  } catch {
    // A browser that keeps nothing begins with the first scene.
    return undefined
  }
}

export function keepPlace({ id, index }: Pick<Round, 'id' | 'index'>): void {
  try {
    localStorage.setItem(KEY, `${index} ${id}`)
  } catch {
    return
  }
}
