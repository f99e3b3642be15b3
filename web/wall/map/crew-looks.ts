import { paletteOf } from '../../theme/palette.ts'
import type { Theme } from '../../theme/theme.ts'
import type { WallCrew } from './crew-way.ts'
import { type CrewLook, type CrewName, drawDot, drawName } from './draw-crews.ts'

/** Names of another size or theme are not kept forever. */
const MOST_KEPT = 600

export interface CrewLooks {
  of(crew: WallCrew, theme: Theme, vh: number): CrewLook
  /** Other fonts came: they look otherwise. */
  forget(): void
}

/** The small pictures that crews are drawn with, each drawn once. */
export function crewLooks(): CrewLooks {
  const dots = new Map<string, HTMLCanvasElement>()
  const names = new Map<string, CrewName>()
  let fonts = 0
  const kept = <T>(known: Map<string, T>, key: string, draw: () => T): T => {
    const one = known.get(key) ?? draw()
    if (!known.has(key) && known.size > MOST_KEPT) known.clear()
    known.set(key, one)
    return one
  }
  return {
    of: ({ name, stale }, theme, vh) => {
      const look = `${fonts}|${theme}|${vh}|${stale}`
      return {
        dot: kept(dots, look, () => drawDot(paletteOf(theme), vh, stale)),
        name: kept(names, `${look}|${name}`, () => drawName(name, paletteOf(theme), vh, stale)),
        key: look,
      }
    },
    forget: () => {
      fonts += 1
      dots.clear()
      names.clear()
    },
  }
}
