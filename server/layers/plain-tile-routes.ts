import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { CityMemory } from '../city/city.ts'
import type { LentTile } from '../city/layer-memory.ts'
import type { Metrics } from '../health/metrics.ts'
import type { Readiness } from '../health/readiness.ts'
import { matches } from '../http/answer-tile.ts'
import { acceptsGzip } from '../http/compress-answer.ts'
import type { SessionGate } from '../http/gate.ts'
import { SECURITY_HEADERS } from '../http/security-headers.ts'
import { MVT } from './tile-routes.ts'

export interface PlainTileNeeds {
  memory: CityMemory
  readiness: Readiness
  metrics: Metrics
  log: Logger
  /** Whether who has these cookies may read without being looked up; else the app looks. */
  gate: Pick<SessionGate, 'mayGlance'>
}

const ADDRESS = /^\/tiles\/([a-z0-9-]{1,64})\/(\d{1,2})\/(\d{1,7})\/(\d{1,7})\.mvt$/
const DEEPEST = 22

/** As the metrics name it, so that both ways to a tile are counted together. */
const ROUTE = '/tiles/:layer/:z/:x/:y.mvt'

const HEADERS = [...SECURITY_HEADERS.flat(), 'Cache-Control', 'no-cache']

/** A request while it is answered. */
interface Asked {
  url: string
  outgoing: ServerResponse
  begun: number
}

/** Answers the plain case of a tile, a whole layer as it is now, ahead of the app, and says whether it did: the app's checks take four
 *  times as long as a kept tile. All else (a filter, an instant, a fault, another address) is the app's, which answers plain tiles just
 *  the same. */
export function plainTileRoutes({ memory, readiness, metrics, log, gate }: PlainTileNeeds) {
  const answer: Answer = ({ url, outgoing, begun }, status, more, body) => {
    outgoing.writeHead(status, HEADERS.concat(more))
    outgoing.end(body)
    metrics.observe({ method: 'GET', route: ROUTE, status, seconds: (performance.now() - begun) / 1000 })
    if (log.isLevelEnabled('debug')) log.debug({ method: 'GET', path: url, status }, 'answered')
  }
  return ({ method, url = '', headers }: IncomingMessage, outgoing: ServerResponse): boolean => {
    const begun = performance.now()
    const address = method === 'GET' ? ADDRESS.exec(url) : null
    const layer = address && readiness.state === 'ready' ? memory.layer(address[1] ?? '') : undefined
    if (!address || !layer || headers['wait-for-seq'] !== undefined) return false
    if (!gate.mayGlance('map', headers.cookie)) return false
    const [z, x, y] = [Number(address[2]), Number(address[3]), Number(address[4])]
    if (z > DEEPEST || x >= 2 ** z || y >= 2 ** z) return false

    let tile: LentTile | undefined
    try {
      tile = layer.lendTile(z, x, y)
    } catch {
      // The app meets the same fault, and answers and logs it as it does all.
      return false
    }
    answerTile({ url, outgoing, begun }, headers, tile, answer)
    return true
  }
}

type Answer = (asked: Asked, status: number, more: string[], body?: Uint8Array) => void

function answerTile(asked: Asked, headers: IncomingHttpHeaders, tile: LentTile | undefined, answer: Answer): void {
  if (!tile) {
    answer(asked, 204, [])
    return
  }
  asked.outgoing.on('close', () => tile.giveBack())
  const tagged = ['ETag', tile.etag, 'Vary', 'Accept-Encoding']
  if (matches(headers['if-none-match'], tile.etag)) answer(asked, 304, tagged)
  else if (acceptsGzip(headers['accept-encoding'])) answerPacked(asked, tile, tagged, answer)
  else answer(asked, 200, [...tagged, ...typed(tile.body)], tile.body)
}

function answerPacked(asked: Asked, tile: LentTile, tagged: string[], answer: Answer): void {
  tile.gzip().then(
    (packed) => answer(asked, 200, [...tagged, 'Content-Encoding', 'gzip', ...typed(packed)], packed),
    () => answer(asked, 200, [...tagged, ...typed(tile.body)], tile.body),
  )
}

const typed = (body: Uint8Array): string[] => ['Content-Type', MVT, 'Content-Length', String(body.length)]
