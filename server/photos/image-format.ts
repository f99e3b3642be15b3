/** What a photo may be: what phones make and the decoder here can check. */
export type ImageFormat = 'jpeg' | 'png' | 'webp'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const HEIF = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']

/** By its first bytes, whatever its sender calls it. Asked before any decoder sees the file: the library would also open SVG, TIFF, PDF and
 *  more, each with a parser of its own. `heif`: known, but its codec is under patents and not here. */
export function formatOf(bytes: Uint8Array): ImageFormat | 'heif' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (PNG.every((byte, index) => bytes[index] === byte)) return 'png'
  const text = (from: number): string => String.fromCharCode(...bytes.subarray(from, from + 4))
  if (text(0) === 'RIFF' && text(8) === 'WEBP') return 'webp'
  return text(4) === 'ftyp' && HEIF.includes(text(8)) ? 'heif' : undefined
}
