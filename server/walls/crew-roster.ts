import { type Crew, type CrewPosition, isCrewInScope, isStale } from '../contract/crew.ts'
import type { LogRow } from '../contract/log.ts'
import type { Scope } from '../contract/role.ts'
import type { WallFigures } from '../contract/wall.ts'
import { allCrews } from '../crews/crew-store.ts'
import type { Db } from '../store/schema.ts'

type Crews = WallFigures['crews']
type CrewState = Crews['byState'][number]['state']

export interface CrewSight {
  scope: Scope | undefined
  nowMs: number
  placeOf: (crewId: string) => CrewPosition | undefined
  loads: ReadonlyMap<string, number>
}

const ORDER: readonly CrewState[] = ['working', 'free', 'stale', 'off']

/** The crews that work, as the log has them. */
export class CrewRoster {
  readonly #crews = new Map<string, Crew>()

  async load(db: Db, city: string): Promise<void> {
    for (const { crew } of await allCrews(db, city)) this.#know(crew)
  }

  take(rows: readonly Pick<LogRow, 'entity' | 'after'>[]): void {
    for (const { entity, after } of rows) if (entity === 'crew' && after) this.#know(after as Crew)
  }

  /** How they stand, those at work first. */
  figures({ scope, nowMs, placeOf, loads }: CrewSight): Crews {
    const mine = [...this.#crews.values()].filter((crew) => !scope || isCrewInScope(scope, crew))
    const stateOf = ({ id, onDuty }: Crew): CrewState => {
      if (!onDuty) return 'off'
      const place = placeOf(id)
      if (!place || isStale(place, nowMs)) return 'stale'
      return loads.has(id) ? 'working' : 'free'
    }
    const onDuty = mine.filter((crew) => crew.onDuty)
    return {
      onDuty: onDuty.length,
      total: mine.length,
      people: onDuty.reduce((sum, { headcount }) => sum + headcount, 0),
      byState: mine
        .map((crew) => ({ crewId: crew.id, name: crew.name, state: stateOf(crew), load: loads.get(crew.id) ?? 0 }))
        .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.name < b.name ? -1 : 1)),
    }
  }

  /** When the place of a crew on duty was heard last, Unix ms; undefined with none on duty: nothing is due then. */
  lastPlaceMs(placeOf: CrewSight['placeOf']): number | undefined {
    const heard = [...this.#crews.values()].flatMap(({ id, onDuty }) => (onDuty ? (placeOf(id)?.at ?? []) : []))
    return heard.length ? Math.max(...heard.map((at) => Date.parse(at))) : undefined
  }

  #know(crew: Crew): void {
    if (crew.endedAt === null) this.#crews.set(crew.id, crew)
    else this.#crews.delete(crew.id)
  }
}
