import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export interface Listeners {
  /** Events that all of them have got so far, in all. */
  heard(): number
  close(): void
}

const BEGIN = 'event: change'
/** So many at once are connecting. */
const ABREAST = 100

/** Plain sockets that listen to the stream on a port and count what comes: the least that a machine can do for so many. */
export async function openListeners(port: number, count: number): Promise<Listeners> {
  const sockets: Socket[] = []
  let heard = 0
  const open = async (): Promise<void> => {
    const socket = connect(port, '127.0.0.1')
    sockets.push(socket)
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    socket.write('GET /api/live?topics=cases HTTP/1.1\r\nHost: bench\r\nAccept: text/event-stream\r\n\r\n')
    await once(socket, 'data')
    socket.on('data', (bytes) => {
      // A frame is small and comes whole: where its beginning is, is all of it.
      for (let at = bytes.indexOf(BEGIN); at >= 0; at = bytes.indexOf(BEGIN, at + 1)) heard++
    })
  }
  for (let at = 0; at < count; at += ABREAST)
    await Promise.all(Array.from({ length: Math.min(ABREAST, count - at) }, open))
  return {
    heard: () => heard,
    close: () => {
      for (const socket of sockets) socket.destroy()
    },
  }
}
