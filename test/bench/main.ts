import { cases } from './cases.ts'
import { coverage } from './coverage.ts'
import { crash } from './crash.ts'
import { dayPlan } from './day-plan.ts'
import { deskMap } from './desk-map.ts'
import { edits } from './edits.ts'
import { evaluation } from './evaluation.ts'
import { features } from './features.ts'
import { live } from './live.ts'
import { readOptions } from './measure/options.ts'
import { memory } from './memory.ts'
import { start } from './start.ts'
import { tiles } from './tiles.ts'
import { wallFrames } from './wall-frames.ts'
import { wallHeals } from './wall-heals.ts'
import { wallSoak } from './wall-soak.ts'

/** What `npm run bench -- <name>` measures. Each prints its own table and answers what stands in the JSON line at the end. */
const BENCHES: Record<string, (words: string[]) => Promise<unknown>> = {
  tiles: (words) => tiles(readOptions(words)),
  features: (words) => features(readOptions(words)),
  edits: (words) => edits(readOptions(words)),
  memory: (words) => memory(readOptions(words)),
  start: (words) => start(readOptions(words)),
  evaluation: ([cases = '500000', rounds = '5']) => evaluation({ cases: Number(cases), rounds: Number(rounds) }),
  cases: ([count = '50000', engine]) => cases({ count: Number(count), engine }),
  live: ([clients = '2000', faults = '5000']) => live({ clients: Number(clients), faults: Number(faults) }),
  'day-plan': ([days = '50', seconds = '3']) => dayPlan({ days: Number(days), seconds: Number(seconds) }),
  'desk-map': ([cases = '5000', positions = '300']) => deskMap({ cases: Number(cases), positions: Number(positions) }),
  'wall-soak': ([refreshes = '17280', events = '50000', speed = '48']) =>
    wallSoak({ refreshes: Number(refreshes), events: Number(events), speed: Number(speed) }),
  'wall-heals': ([losses = '100', restarts = '100', deploys = '20']) =>
    wallHeals({ losses: Number(losses), restarts: Number(restarts), deploys: Number(deploys) }),
  coverage: () => coverage(),
  'wall-frames': ([assets = '50000', vehicles = '200']) =>
    wallFrames({ assets: Number(assets), vehicles: Number(vehicles) }),
  crash: ([rounds = '200']) => crash({ rounds: Number(rounds) }),
}

const [name = '', ...words] = process.argv.slice(2)
const bench = BENCHES[name]
if (bench) console.log(JSON.stringify({ bench: name, result: await bench(words) }))
else {
  console.error(
    `npm run bench -- <${Object.keys(BENCHES).join(' | ')}> [--assets 1000000] [--rounds 3] [--seconds 3] [--no-peers] [--profile] [--city cangshan]`,
  )
  process.exitCode = 1
}
