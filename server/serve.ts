import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { answerBrokenRequest } from './http/broken-request.ts'
import { HEADER_BYTES } from './http/limits.ts'

/** Running requests are waited for this long at a stop; the whole process has 5 s. */
const FINISH_MS = 3_000

/** The port is another program's, in words for the person who started the server. */
export class CannotListen extends Error {}

export interface Listening {
  /** As to be typed into a browser on this machine. */
  url: string
  port: number
  /** Takes no more connections, lets running requests finish, then ends what is left. */
  close(): Promise<void>
}

export interface Served {
  fetch: (request: Request, env: object) => Response | Promise<Response>
  /** Asked first: whether it has answered. */
  atOnce?: (incoming: IncomingMessage, outgoing: ServerResponse) => boolean
  /** Told when the port is about to close: ends the answers that have no end of their own. */
  onStop?: () => void
}

/** Listens on `host:port` (0 takes a free port). Throws CannotListen. */
export async function serve(
  { fetch, atOnce, onStop }: Served,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const listener = getRequestListener(fetch)
  const server = createServer(
    { maxHeaderSize: HEADER_BYTES, headersTimeout: 10_000, requestTimeout: 30_000 },
    (incoming, outgoing) => {
      if (!atOnce?.(incoming, outgoing)) void listener(incoming, outgoing)
    },
  )
  server.on('clientError', answerBrokenRequest)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new CannotListen(reasonOf(error, host, port))))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  const name = host === '0.0.0.0' || host === '::' || host === '127.0.0.1' ? 'localhost' : host
  return { url: `http://${name}:${bound}`, port: bound, close: () => closeServer(server, onStop) }
}

const reasonOf = ({ code, message }: NodeJS.ErrnoException, host: string, port: number): string => {
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is in use by another program. Stop that one, or set another PORT.`
  if (code === 'EACCES') return `Port ${port} may not be opened by this user. Set PORT to one above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST=${host} is no address of this machine.`
  return `Cannot listen on ${host}:${port}: ${message}`
}

function closeServer(server: Server, onStop?: () => void): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), FINISH_MS)
    // A connection that was answering at the close is idle a moment later, and would be kept for its next request.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(late)
      clearInterval(idle)
      resolve()
    })
    onStop?.()
    server.closeIdleConnections()
  })
}
