import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recordCases } from '../../../server/cases/record-cases.ts'
import { openCity } from '../../../server/city/city.ts'
import type { Case } from '../../../server/contract/case.ts'
import type { LogRow } from '../../../server/contract/log.ts'
import { openGate } from '../../../server/http/gate.ts'
import { newRoutes } from '../../../server/http/new-routes.ts'
import { frame } from '../../../server/live/frame.ts'
import { LiveFeed } from '../../../server/live/live-feed.ts'
import { changeOf } from '../../../server/live/live-row.ts'
import { liveRoutes } from '../../../server/live/routes.ts'
import { serve } from '../../../server/serve.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { by, complaint, SUO } from '../../support/entries.ts'
import { answerParent } from '../measure/answer-parent.ts'

/** Who is told of the events: nobody, or listeners in the way that is measured. */
export type Way = 'nobody' | 'raw' | 'ours'

export interface ServedLive {
  ports: { raw: number; ours: number }
}

const EVENTS_PER_SECOND = 10

const dataDir = mkdtempSync(join(tmpdir(), 'gridkeeper-live-bench-'))
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }))
const store = await openStore({ dataDir })
const stillIn = (ids: readonly string[]) => Promise.resolve(new Set(ids))
const limits = { perAddress: 10_000 }
const live = new LiveFeed({ area: SUO, store, memory: openCity([]), now: () => new Date(), stillIn, limits })
const sessions = { find: () => Promise.resolve(undefined), glance: () => undefined, stillIn, forget: () => undefined }
const gate = openGate(sessions, { publicUrl: undefined, insecure: false }, ['map', 'case', 'inspection', 'crew'])
const app = newRoutes().route('/api/live', liveRoutes({ live, gate }))
const ours = await serve({ fetch: app.fetch }, { host: '127.0.0.1', port: 0 })

/** The least that can be done: every event encoded once, and written to each response. */
const responses = new Set<ServerResponse>()
const raw = createServer((_, response) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  response.flushHeaders()
  responses.add(response)
  response.on('close', () => responses.delete(response))
}).listen(0, '127.0.0.1')
await new Promise((resolve) => raw.once('listening', resolve))

let way: Way = 'nobody'
live.beginAt(0)
const onRows = (rows: LogRow[]): void => {
  if (way === 'ours') live.take(rows)
  // What they do not hear is not to be told later either.
  else live.beginAt(rows.at(-1)?.seq ?? 0)
  if (way !== 'raw') return
  const bytes = Buffer.concat(rows.map((row) => frame('change', changeOf(row), row.seq)))
  for (const response of responses) response.write(bytes)
}
store.follow(SUO, 0, onRows, new AbortController().signal).catch((error) => console.error(error))

const tell = (after: Case) =>
  store.transaction(SUO, (tx) =>
    recordCases(tx, [{ at: new Date().toISOString(), kind: 'case-noted', entityId: after.id, after }], by()),
  )

let turn = 0
let events: NodeJS.Timeout | undefined
const addressOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address ? address.port : 0

const ready: ServedLive = { ports: { raw: addressOf(raw.address()), ours: ours.port } }
answerParent(ready, {
  /** Events go to these from now on. */
  to(next: Way) {
    way = next
    clearInterval(events)
    events = setInterval(() => void tell(complaint(turn++ % 500)), 1_000 / EVENTS_PER_SECOND)
    return true
  },
  listeners: () => ({ raw: responses.size, ours: live.counted.all }),
})
