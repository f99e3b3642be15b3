/** Where a list goes on: behind the item that was received at `ms` and has this id. */
export interface Cursor {
  ms: number
  id: string
}

/** Opaque to the caller: what is in it may change. */
export const encodeCursor = ({ ms, id }: Cursor): string => Buffer.from(JSON.stringify([ms, id])).toString('base64url')

/** Undefined for a text that was not given out by encodeCursor. */
export function decodeCursor(text: string): Cursor | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(parts) || parts.length !== 2) return undefined
    const [ms, id] = parts as unknown[]
    return Number.isSafeInteger(ms) && typeof id === 'string' ? { ms: ms as number, id } : undefined
  } catch {
    return undefined
  }
}
