import type { ServerResponse } from 'node:http'

/** The end of a stream towards one screen. */
export interface Outlet {
  /** Bytes given to it and not yet taken by the network. */
  readonly pending: number
  write(bytes: Uint8Array): void
  /** Ends when what was written is sent. */
  end(): void
  /** Ends at once; what was written may be lost. */
  cut(): void
}

/** Peers that vanish without a word are asked after by the kernel. */
const ASK_AFTER_MS = 30_000

/** Writes straight to the response of Node: a stream of the web's kind costs half as much again for each event and client. */
export function nodeOutlet(
  outgoing: ServerResponse,
  headers: Readonly<Record<string, string>>,
  onClose: () => void,
): Outlet {
  outgoing.once('close', onClose)
  // A write after the peer has gone; `close` says so too.
  outgoing.on('error', () => undefined)
  outgoing.socket?.setKeepAlive(true, ASK_AFTER_MS)
  outgoing.socket?.setNoDelay(true)
  outgoing.writeHead(200, headers)
  outgoing.flushHeaders()
  return {
    get pending() {
      return outgoing.writableLength
    },
    write: (bytes) => void outgoing.write(bytes),
    end: () => void outgoing.end(),
    cut: () => void outgoing.destroy(),
  }
}

/** Where there is no port: a body to be read. */
export function bodyOutlet(onClose: () => void): { outlet: Outlet; body: ReadableStream<Uint8Array> } {
  let sink: ReadableStreamDefaultController<Uint8Array> | undefined
  const close = (): void => {
    sink = undefined
    onClose()
  }
  const open = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    sink = controller
  }
  const strategy = new ByteLengthQueuingStrategy({ highWaterMark: 0 })
  const body = new ReadableStream<Uint8Array>({ start: open, cancel: close }, strategy)
  const outlet: Outlet = {
    get pending() {
      return -(sink?.desiredSize ?? 0)
    },
    write: (bytes) => sink?.enqueue(bytes),
    end: () => {
      sink?.close()
      close()
    },
    cut: () => {
      sink?.error(new Error('the stream was cut'))
      close()
    },
  }
  return { outlet, body }
}
