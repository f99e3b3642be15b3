import { type Served, serve } from '../../../server/serve.ts'

/** Answers on a free port of the loopback; the port. */
export async function listen(served: Served): Promise<number> {
  return (await serve(served, { host: '127.0.0.1', port: 0 })).port
}
