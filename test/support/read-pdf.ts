import { inflateSync } from 'node:zlib'

/** What a test needs to know of a PDF that Chromium wrote: plain objects, streams in Flate. */
export interface PdfPage {
  /** Points of 1/72 in. */
  width: number
  height: number
  /** All that can be read on it, without blanks. */
  text: string
  images: PdfImage[]
}

export interface PdfImage {
  pixels: readonly [width: number, height: number]
  /** Three bytes a pixel, from the top left. */
  rgb: Uint8Array
  /** Its width and height on the paper, mm. */
  mm: readonly [width: number, height: number]
}

type Matrix = readonly [number, number, number, number, number, number]

const MM_PER_POINT = 25.4 / 72

export function readPdf(bytes: Buffer): PdfPage[] {
  const source = bytes.toString('latin1')
  const objects = new Map<string, string>()
  for (const [, id = '', body = ''] of source.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g))
    objects.set(id, body)
  const streamOf = (body: string): Buffer => {
    const at = /stream\r?\n/.exec(body)
    const raw = Buffer.from(
      body.slice((at?.index ?? 0) + (at?.[0].length ?? 0), body.lastIndexOf('endstream')),
      'latin1',
    )
    return /FlateDecode/.test(body.slice(0, at?.index)) ? inflateSync(raw) : raw
  }
  const named = (dictionary: string, kind: string): Map<string, string> => {
    const part = new RegExp(`/${kind}\\s*<<([^>]*)>>`).exec(dictionary)?.[1] ?? ''
    return new Map([...part.matchAll(/\/(\S+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, id] as const))
  }
  const signsOf = (font: string): Map<number, string> => {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '')?.[1]
    return unicode ? readCharacters(streamOf(objects.get(unicode) ?? '').toString('latin1')) : new Map()
  }
  const fonts = new Map<string, Map<number, string>>()
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body))
  return pages.map((body) => {
    const [, , width = 0, height = 0] = (/MediaBox \[([^\]]*)\]/.exec(body)?.[1] ?? '').trim().split(/\s+/).map(Number)
    const contents = /\/Contents (\d+) 0 R/.exec(body)?.[1] ?? ''
    const [ownFonts, ownObjects] = [named(body, 'Font'), named(body, 'XObject')]
    const page: PdfPage = { width, height, text: '', images: [] }
    let matrix: Matrix = [1, 0, 0, 1, 0, 0]
    const stack: Matrix[] = []
    let signs = new Map<number, string>()
    let digits = /.{4}/g
    const drawing = streamOf(objects.get(contents) ?? '').toString('latin1')
    const tokens = /(?:([-\d.\s]+?)\s)?(q|Q|cm)\b|\/(\S+) (Do|[\d.]+ Tf)|<([0-9A-Fa-f]+)>(?=[^<>]*T[jJ])/g
    for (const [, numbers = '', word, name = '', act, hex] of drawing.matchAll(tokens)) {
      if (word === 'q') stack.push(matrix)
      else if (word === 'Q') matrix = stack.pop() ?? matrix
      else if (word === 'cm')
        matrix = times(numbers.trim().split(/\s+/).slice(-6).map(Number) as unknown as Matrix, matrix)
      else if (act === 'Do') {
        const object = objects.get(ownObjects.get(name) ?? '') ?? ''
        if (/\/Subtype \/Image/.test(object)) page.images.push(readImage(object, streamOf(object), matrix))
      } else if (act) {
        const font = ownFonts.get(name) ?? ''
        if (!fonts.has(font)) fonts.set(font, signsOf(font))
        signs = fonts.get(font) ?? signs
        // Drawn signs have codes of one byte, those of a real font of two.
        digits = /\/Type3/.test(objects.get(font) ?? '') ? /.{2}/g : /.{4}/g
      } else if (hex)
        for (const code of hex.match(digits) ?? []) page.text += signs.get(Number.parseInt(code, 16)) ?? ''
    }
    page.text = page.text.replace(/\s/g, '').normalize('NFKC')
    return page
  })
}

const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  ...([a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D] as const),
  ...([e * A + f * C + E, e * B + f * D + F] as const),
]

function readImage(object: string, rgb: Buffer, [a, b, c, d]: Matrix): PdfImage {
  const number = (key: string): number => Number(new RegExp(`/${key} (\\d+)`).exec(object)?.[1])
  return {
    ...{ pixels: [number('Width'), number('Height')], rgb },
    mm: [Math.hypot(a, b) * MM_PER_POINT, Math.hypot(c, d) * MM_PER_POINT],
  }
}

/** A ToUnicode map: single signs and ranges. */
function readCharacters(map: string): Map<number, string> {
  const signs = new Map<number, string>()
  const number = (hex: string): number => Number.parseInt(hex, 16)
  const text = (hex: string): string =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)))
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', sign = ''] of block.matchAll(/<(\w+)> <(\w+)>/g)) signs.set(number(code), text(sign))
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', first = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let code = number(from); code <= number(to); code++)
        signs.set(code, String.fromCharCode(number(first) + code - number(from)))
  return signs
}
