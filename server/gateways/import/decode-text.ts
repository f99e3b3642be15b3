import { createReadStream } from 'node:fs'
import { ImportStopped } from './refusals.ts'

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le'

/**
 * The encoding of a text file, by decoding all of it strictly: a file that is valid UTF-8 to its last byte is UTF-8, for GB18030
 * text of any length practically never is. GBK and GB2312 are subsets of GB18030.
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  const candidates = new Map<Encoding, TextDecoder>()
  for (const encoding of ['utf-8', 'gb18030'] as const)
    candidates.set(encoding, new TextDecoder(encoding, { fatal: true }))
  let first = true
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
    first = false
    for (const [encoding, decoder] of candidates) if (!decodes(decoder, chunk)) candidates.delete(encoding)
    if (candidates.size === 0) break
  }
  for (const [encoding, decoder] of candidates) if (decodes(decoder)) return encoding
  throw new ImportStopped(
    '文件既不是 UTF-8 也不是 GB18030 文本。请另存为 CSV UTF-8 或 GeoJSON。',
    'The file is neither UTF-8 nor GB18030 text. Save it again as CSV UTF-8 or as GeoJSON.',
  )
}

const decodes = (decoder: TextDecoder, chunk?: Buffer): boolean => {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}

/** The file's text in pieces, without its byte order mark. */
export async function* decodeText(
  path: string,
  encoding: Encoding,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    onBytes(chunk.length)
    yield decoder.decode(chunk, { stream: true })
  }
  yield decoder.decode()
}
