import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** What a network does to a connection. `half-close-down`: the end comes, and the other side never learns; `half-close-up`: the server hears
 *  that no more is coming, while it still sends; `cut`: in the middle of what is sent next; `black-hole`: nothing passes, and nobody is told. */
export const FAULTS = ['reset', 'half-close-down', 'half-close-up', 'cut', 'black-hole'] as const
export type Fault = (typeof FAULTS)[number]

interface Line {
  near: Socket
  far: Socket
  /** Bytes that came from the server. */
  passed: number
  isFaulty: boolean
  cutNext: boolean
}

export interface FaultProxy {
  /** One for each client: Node's fetch, unlike a browser, can come to queue all requests to one port behind a single broken connection. */
  urls: string[]
  /** Where new connections lead. */
  target(port: number): void
  /** Does it to one connection that has passed something of an answer; false when there is none. */
  strike(fault: Fault, random: () => number): boolean
  /** Connections towards the server that are still open, though their client may be gone. */
  readonly open: number
  close(): Promise<void>
}

/** A TCP proxy on the loopback that does what networks do. */
export async function startFaultProxy(port: number, doors: number): Promise<FaultProxy> {
  const lines = new Set<Line>()
  const sockets = new Set<Socket>()
  let target = port
  const take = (near: Socket): void => {
    const far = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true })
    const line: Line = { near, far, passed: 0, isFaulty: false, cutNext: false }
    lines.add(line)
    for (const socket of [near, far]) socket.once('close', () => sockets.delete(socket))
    sockets.add(near).add(far)
    near.on('data', (bytes) => far.write(bytes))
    far.on('data', (bytes) => {
      line.passed += bytes.length
      if (line.cutNext) cut(line, bytes)
      else near.write(bytes)
    })
    near.on('end', () => line.isFaulty || far.end())
    far.on('end', () => line.isFaulty || near.end())
    near.on('error', () => line.isFaulty || far.destroy())
    far.on('error', () => near.destroy())
    far.on('close', () => {
      lines.delete(line)
      // A black hole's client must find out for itself.
      if (!line.isFaulty) near.destroy()
    })
    near.on('close', () => line.isFaulty || far.destroy())
  }
  const servers = await Promise.all(Array.from({ length: doors }, () => openDoor(take)))
  return {
    urls: servers.map(urlOf),
    target: (next) => {
      target = next
    },
    strike(fault, random) {
      const whole = [...lines].filter((line) => line.passed > 0 && !line.isFaulty && !line.cutNext)
      const line = whole[Math.floor(random() * whole.length)]
      if (!line) return false
      DEEDS[fault](line)
      return true
    },
    get open() {
      return lines.size
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await Promise.all(servers.map((server) => once(server.close(), 'close')))
    },
  }
}

async function openDoor(take: (near: Socket) => void): Promise<Server> {
  const server = createServer({ allowHalfOpen: true }, take).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

function urlOf(server: Server): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  return `http://127.0.0.1:${address.port}`
}

const DEEDS: Record<Fault, (line: Line) => void> = {
  reset({ near, far }) {
    near.resetAndDestroy()
    far.resetAndDestroy()
  },
  'half-close-down'(line) {
    line.isFaulty = true
    line.near.end()
    // What the server goes on sending is lost, as behind a router that forgot the connection.
    line.far.removeAllListeners('data')
    line.far.pause()
  },
  'half-close-up': ({ far }) => void far.end(),
  cut(line) {
    line.cutNext = true
  },
  'black-hole'(line) {
    line.isFaulty = true
    line.near.removeAllListeners('data')
    line.far.removeAllListeners('data')
    line.near.pause()
    line.far.pause()
  },
}

/** Lets half of it through, down to the byte. */
function cut({ near, far }: Line, bytes: Buffer): void {
  near.end(bytes.subarray(0, Math.floor(bytes.length / 2)))
  far.destroy()
}
