import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { CityMemory } from '../city/city.ts'
import type { LentTile } from '../city/layer-memory.ts'
import type { Metrics } from '../health/metrics.ts'
import type { Readiness } from '../health/readiness.ts'
import { matches } from '../http/answer-tile.ts'
import { acceptsGzip } from '../http/compress-answer.ts'
import { SECURITY_HEADERS } from '../http/security-headers.ts'
import { MVT } from './tile-routes.ts'

export interface PlainTileNeeds {
  memory: CityMemory
  readiness: Readiness
  metrics: Metrics
  log: Logger
}

const ADDRESS = /^\/tiles\/([a-z0-9-]{1,64})\/(\d{1,2})\/(\d{1,7})\/(\d{1,7})\.mvt$/
const DEEPEST = 22

/** As the metrics name it, so that both ways to a tile are counted together. */
const ROUTE = '/tiles/:layer/:z/:x/:y.mvt'

const HEADERS = [...SECURITY_HEADERS.flat(), 'Cache-Control', 'no-cache']

/** Answers the plain case of a tile, a whole layer as it is now, ahead of the app, and says whether it did: the app's checks take four
 *  times as long as a kept tile. All else (a filter, an instant, a fault, another address) is the app's, which answers plain tiles just
 *  the same. */
export function plainTileRoutes({ memory, readiness, metrics, log }: PlainTileNeeds) {
  return ({ method, url = '', headers }: IncomingMessage, outgoing: ServerResponse): boolean => {
    const begun = performance.now()
    const address = method === 'GET' ? ADDRESS.exec(url) : null
    const layer = address && readiness.state === 'ready' ? memory.layer(address[1] ?? '') : undefined
    if (!address || !layer || headers['wait-for-seq'] !== undefined) return false
    const [z, x, y] = [Number(address[2]), Number(address[3]), Number(address[4])]
    if (z > DEEPEST || x >= 2 ** z || y >= 2 ** z) return false

    let tile: LentTile | undefined
    try {
      tile = layer.lendTile(z, x, y)
    } catch {
      // The app meets the same fault, and answers and logs it as it does all.
      return false
    }
    const answer = (status: number, more: string[], body?: Uint8Array): void => {
      outgoing.writeHead(status, [...HEADERS, ...more])
      outgoing.end(body)
      metrics.observe({ method: 'GET', route: ROUTE, status, seconds: (performance.now() - begun) / 1000 })
      if (log.isLevelEnabled('debug')) log.debug({ method, path: url, status }, 'answered')
    }
    if (!tile) answer(204, [])
    else {
      outgoing.once('close', () => tile.giveBack())
      const tagged = ['ETag', tile.etag, 'Vary', 'Accept-Encoding']
      if (matches(headers['if-none-match'], tile.etag)) answer(304, tagged)
      else if (acceptsGzip(headers['accept-encoding'])) answerPacked(tile, tagged, answer)
      else answer(200, [...tagged, 'Content-Type', MVT, 'Content-Length', String(tile.body.length)], tile.body)
    }
    return true
  }
}

function answerPacked(
  tile: LentTile,
  tagged: string[],
  answer: (status: number, more: string[], body: Uint8Array) => void,
): void {
  const typed = [...tagged, 'Content-Type', MVT]
  const send = (body: Uint8Array, encoding: string[]): void =>
    answer(200, [...typed, ...encoding, 'Content-Length', String(body.length)], body)
  tile.gzip().then(
    (packed) => send(packed, ['Content-Encoding', 'gzip']),
    () => send(tile.body, []),
  )
}
