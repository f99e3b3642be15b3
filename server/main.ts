import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { destination, pino } from 'pino'
import { demoPeople, sayDemoLinks, sayFirstLink } from './entry-links.ts'
import { findDemoCity } from './find-demo-city.ts'
import { layersOf } from './layers/layers-of.ts'
import { makeDemoCity } from './make-demo-city.ts'
import type { OpenServer } from './open-server.ts'
import type { DemoLink } from './people/make-demo-people.ts'
import { runImportCommand } from './run-import-command.ts'
import { runServer } from './run-server.ts'
import { CannotStart, sayFault } from './say-fault.ts'
import { readSettings } from './settings.ts'
import { simulateCity } from './simulate-city.ts'
import type { Store } from './store/store.ts'

const now = (): Date => new Date()
const STDOUT = 1
const STDERR = 2
const USAGE = `Usage:
  npm start                          serve the city in DATA_DIR (or DATABASE_URL)
  npm run demo -- [--city suo|cangshan] [--assets 1000000] [--port 8080] [--speed 20]
                                     make the demo city once, serve it and let its people work
  npm run import -- <layer> <file>   bring a file into the city; --help says more
Settings: see .env.example`

async function serveCity(words: string[]): Promise<number> {
  parse(words, {})
  const settings = readSettings(process.env)
  const log = pino({ level: settings.logLevel }, destination(STDOUT))
  const announce = async (url: string, server: OpenServer, store: Store): Promise<void> => {
    const { area, memory } = server
    log.info({ url, area, seq: memory.seq }, 'ready')
    await sayFirstLink(server, { store, url: settings.publicUrl ?? url, now, say: console.log })
    if (layersOf(memory).every(({ count }) => count === 0)) {
      log.warn(
        '库中没有城市。导入数据: npm run import -- <图层> <文件> --crs <坐标系> --city <行政区划代码>；或试用演示: npm run demo',
      )
      log.warn(
        'No city in the store yet. Bring data in: npm run import -- <layer> <file> --crs <system> --city <area code>; or: npm run demo',
      )
    }
  }
  await runServer({ settings, log, announce })
  return 0
}

async function serveDemo(words: string[]): Promise<number> {
  const {
    city = 'suo',
    assets,
    port,
    speed,
  } = parse(words, {
    city: { type: 'string' },
    assets: { type: 'string' },
    port: { type: 'string' },
    speed: { type: 'string' },
  })
  const chosen = findDemoCity(city, assets)
  const settings = readSettings({
    DATA_DIR: chosen.folder,
    LOG_LEVEL: 'warn',
    GUESTS: 'map',
    ...process.env,
    ...(port === undefined ? {} : { PORT: port }),
    ...(speed === undefined ? {} : { DEMO_SPEED: speed }),
  })
  const log = pino({ level: settings.logLevel }, destination(STDERR))
  let links: DemoLink[] = []
  await runServer({
    ...{ settings, log },
    async prepare(store) {
      await makeDemoCity(store, settings.dataDir, { ...chosen, dataKey: settings.dataKey, now, say: console.log })
      links = await demoPeople(settings.city ?? chosen.demo.area, store, now)
    },
    announce(url) {
      console.log(`\n  城管一张图已就绪  ${url}\n  The city on the map is ready: ${url}\n`)
      sayDemoLinks(links, { url: settings.publicUrl ?? url, say: console.log })
      console.log(`\n  ${sayPace(settings.demoSpeed)}`)
      console.log('\n  Ctrl+C 停止 · stops\n')
    },
    ...(settings.demoSpeed > 0
      ? { beside: (server, store) => simulateCity(server, { ...chosen, store, speed: settings.demoSpeed, now, log }) }
      : {}),
  })
  return 0
}

const sayPace = (speed: number): string =>
  speed > 0
    ? `演示人员按 ${speed} 倍速办案 · made-up people work, ${speed} times as fast as in life (DEMO_SPEED)`
    : '演示人员不自动办案 · nothing happens by itself (DEMO_SPEED=0)'

type Options = Record<string, { type: 'string' }>

function parse<O extends Options>(words: string[], options: O): { [K in keyof O]?: string } {
  try {
    return parseArgs({ args: words, options, strict: true }).values as { [K in keyof O]?: string }
  } catch (error) {
    throw new CannotStart(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  }
}

async function run([command = 'serve', ...words]: string[]): Promise<number> {
  if (command === 'serve') return serveCity(words)
  if (command === 'demo') return serveDemo(words)
  if (command === 'import') return runImportCommand(words, readSettings(process.env))
  throw new CannotStart(`There is no command "${command}".\n${USAGE}`)
}

// What is set in the environment goes before the file.
if (existsSync('.env')) process.loadEnvFile('.env')

process.exit(
  await run(process.argv.slice(2)).catch((error: unknown) => {
    console.error(sayFault(error))
    return 1
  }),
)
