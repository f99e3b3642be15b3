import { type Asked, openStation, type Said } from './station.ts'

/** The shared worker that holds the stream of this browser: HTTP/1.1 gives it six connections to a host, and six tabs would need them all. */
const ports = new Set<MessagePort>()

const station = openStation((said) => {
  for (const port of ports) port.postMessage(said)
})

/** As much of SharedWorkerGlobalScope as is used; its types and those of a page cannot be had together. */
const scope = globalThis as unknown as { onconnect: (event: MessageEvent) => void }

scope.onconnect = ({ ports: [port] }) => {
  if (!port) return
  port.onmessage = ({ data }: MessageEvent<Asked | 'bye'>) => {
    if (data === 'bye') ports.delete(port)
    else if (data === 'hello') {
      ports.add(port)
      for (const said of station.greeting()) port.postMessage(said satisfies Said)
    } else station.ask(data)
  }
}
