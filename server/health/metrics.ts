import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { ScreenFault } from '../contract/screen.ts'

export interface Metrics {
  registry: Registry
  observe(request: { method: string; route: string; status: number; seconds: number }): void
  countFault(fault: ScreenFault): void
}

/** Figures of the city, read when they are asked for. */
export interface Figures {
  seq: number
  layers: { id: string; count: number }[]
  /** Pictures of past moments that are kept, and what they take beside the present. */
  pasts: { kept: number; bytes: number }
  /** Since the start. */
  tileCache: { hits: number; misses: number; bytes: number }
}

export function makeMetrics(figures: () => Figures): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long an answer took to begin, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
    registers: [registry],
  })
  const faults = new Counter({
    name: 'gridkeeper_screen_faults_total',
    help: 'What screens told of themselves that went wrong on them',
    labelNames: ['fault'],
    registers: [registry],
  })
  // From 0, or the first of a kind would be no rise.
  for (const fault of ScreenFault.options) faults.inc({ fault }, 0)
  const gauge = (name: string, help: string, labelNames: string[], read: (set: Gauge) => void) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      collect() {
        read(this)
      },
    })
  gauge('city_log_seq', 'The last row of the log that the city in memory has', [], (set) => set.set(figures().seq))
  gauge('city_assets', 'Things in memory, by layer', ['layer'], (set) => {
    for (const { id, count } of figures().layers) set.set({ layer: id }, count)
  })
  gauge('city_pasts', 'Pictures of past moments kept', [], (set) => set.set(figures().pasts.kept))
  gauge('city_pasts_bytes', 'What they take beside the present', [], (set) => set.set(figures().pasts.bytes))
  gauge('city_tile_cache_bytes', 'What the tiles kept take', [], (set) => set.set(figures().tileCache.bytes))
  gauge('city_tile_cache', 'Tiles answered from the cache, and made', ['result'], (set) => {
    const { hits, misses } = figures().tileCache
    set.set({ result: 'hit' }, hits)
    set.set({ result: 'miss' }, misses)
  })
  return {
    registry,
    observe: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    countFault: (fault) => faults.inc({ fault }),
  }
}
