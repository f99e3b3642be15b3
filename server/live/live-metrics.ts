import { Counter, Gauge, type Registry } from 'prom-client'
import type { LiveFeed } from './live-feed.ts'

/** What Prometheus is told of the stream, read when it asks. */
export function liveMetrics(registry: Registry, feed: LiveFeed): void {
  const registers = [registry]
  new Gauge({
    ...{ name: 'gridkeeper_live_clients', help: 'Screens that listen', registers },
    collect() {
      this.set(feed.counted.all)
    },
  })
  new Counter({
    ...{ name: 'gridkeeper_live_events', help: 'Frames sent, one for each screen', registers },
    collect() {
      this.reset()
      this.inc(feed.sent)
    },
  })
  new Counter({
    ...{ name: 'gridkeeper_live_dropped', help: 'Streams ended from here, by why', labelNames: ['why'], registers },
    collect() {
      this.reset()
      for (const [why, count] of Object.entries(feed.ended)) this.inc({ why }, count)
    },
  })
}
