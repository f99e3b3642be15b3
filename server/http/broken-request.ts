import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { problemOf } from './answer-problem.ts'
import { urlTooLong } from './limits.ts'

/** How long the rest of an overlong request is read and thrown away, so that its sender hears the answer and no reset. */
const DRAIN_MS = 5_000

const answered = new WeakSet<Duplex>()

const faultOf = (code: string | undefined) => {
  if (code === 'HPE_HEADER_OVERFLOW')
    return { status: 414 as const, code: 'url-too-long', detail: urlTooLong().message }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return { status: 408 as const, code: 'timed-out', detail: 'The request did not arrive in time.' }
  }
  return { status: 400 as const, code: 'bad-request', detail: 'This is not HTTP that can be read.' }
}

/** For the server's `clientError`: what the parser gives up on gets a problem as well. The parser cannot go on after it,
 *  so this connection ends; a request that must keep its connection has to be under HEADER_BYTES. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (answered.has(socket)) return
  answered.add(socket)
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const fault = faultOf(error.code)
  const body = JSON.stringify(problemOf(fault, randomUUID()))
  socket.end(
    `HTTP/1.1 ${fault.status} ${STATUS_CODES[fault.status]}\r\nContent-Type: application/problem+json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n` +
      `Connection: close\r\n\r\n${body}`,
  )
  const drain = setTimeout(() => socket.destroy(), DRAIN_MS)
  socket.once('close', () => clearTimeout(drain))
  socket.resume()
}
