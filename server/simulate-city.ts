import { join } from 'node:path'
import type { Logger } from 'pino'
import { openCaseNeeds } from './cases/open-case-needs.ts'
import { skillFor } from './contract/skill-rule.ts'
import { loadSkills } from './crews/load-skills.ts'
import { findDemoActors } from './demo/demo-actors.ts'
import { loadDemoCrews } from './demo/load-demo-crews.ts'
import { isRace, Simulator } from './demo/simulator.ts'
import type { DemoCity } from './demo-cities.ts'
import { crewsFolder } from './make-demo-city.ts'
import type { OpenServer } from './open-server.ts'
import { makeDecodeTurns } from './photos/decode-turns.ts'
import { DATA } from './root.ts'
import type { Store } from './store/store.ts'

/** How often the demo looks what is due; a crew's place on the screen is never older by more. */
const TICK_MS = 3_000

export interface Simulation {
  /** Lets what is being done finish, and begins nothing more. */
  stop(): Promise<void>
}

export interface SimulationPlan {
  demo: DemoCity
  store: Store
  /** See DEMO_SPEED in .env.example; not 0. */
  speed: number
  now: () => Date
  log: Logger
}

/** Lets the people of a demo city work, on the city that the server shows. */
export async function simulateCity(
  server: OpenServer,
  { demo, store, speed, now, log }: SimulationPlan,
): Promise<Simulation> {
  const simulator = await openSimulator(server, { demo, store, speed, now, log })
  const onFault = (error: unknown): void => log.warn({ err: error }, 'a step of the demo failed; the next one goes on')
  let running = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const next = (): void => {
    if (!stopped) timer = setTimeout(run, TICK_MS).unref()
  }
  const run = (): void => {
    running = simulator.tick().catch(onFault).then(next)
  }
  run()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
      await simulator.rest()
    },
  }
}

/** Whoever calls its `tick` lets the city go on. */
export async function openSimulator(
  { area, memory, rules, parts }: OpenServer,
  { demo, store, speed, now, log }: SimulationPlan,
) {
  const crews = await loadDemoCrews(crewsFolder(demo))
  const skills = await loadSkills(join(DATA, 'rules'))
  const { codes, keys, photoRule } = parts
  const shared = { area, store, now }
  return new Simulator({
    ...{ ...shared, memory, rules, speed },
    cases: openCaseNeeds({ ...shared, ...parts, memory, rules }),
    photos: { ...shared, keys, rule: photoRule, turns: makeDecodeTurns() },
    assets: { ...shared, registry: codes, layerOf: (id: string) => memory.layer(id)?.definition },
    places: parts.places,
    roads: parts.roads,
    mix: { kinds: demo.kinds, weather: demo.weather },
    bases: new Map(crews.map(({ id, base }) => [id, base])),
    skillOf: (code: string) => skillFor(skills, code),
    actorOf: await findDemoActors(
      store.db,
      area,
      crews.map(({ id }) => id),
    ),
    onRefused: (deed: string, error: unknown) =>
      isRace(error)
        ? log.info({ deed, err: error }, 'somebody was faster than the demo')
        : log.warn({ deed, err: error }, 'a step of the demo failed'),
  })
}
