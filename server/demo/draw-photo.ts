import sharp from 'sharp'
import { random } from '../../data/cities/town/random.ts'
import type { Case } from '../contract/case.ts'
import type { PhotoPhase } from '../contract/photo.ts'
import { SHANGHAI_MS } from '../contract/working-time.ts'

const [WIDTH, HEIGHT] = [480, 320]
/** The letters DEMO as strokes: a font may not be there, and nobody shall take the picture for a photo. */
const DEMO =
  'M40 250v-40h14a20 20 0 0 1 0 40zM94 210h24M94 230h18M94 250h24M94 210v40M134 250v-40l16 22 16-22v40M182 230a16 20 0 1 0 32 0a16 20 0 1 0-32 0z'
/** A few phones have lost their place: EXIF then warns of it (D20). */
const LOST = 0.03
const LOST_DEGREES = 0.012

/** What there was to put in order. */
const HEAP =
  '<ellipse cx="262" cy="272" rx="92" ry="30" fill="#5d4a36"/><path d="M190 268l30-34 26 18 22-30 40 26 24 22z" fill="#77603f"/>'

/** A made-up picture of a street, before or after it was put in order, with the place and time of the work in its EXIF as a phone would write them. A JPEG of a few kB. */
export async function drawPhoto(
  { id, location }: Pick<Case, 'id' | 'location'>,
  nowMs: number,
  phase: PhotoPhase = 'after',
): Promise<Buffer> {
  const dice = random(40_487, `${id} ${nowMs}`)
  const [hue, side] = [dice.int(0, 359), dice.int(40, 300)]
  const off = dice.chance(LOST) ? LOST_DEGREES : 0
  const [lng, lat] = [location[0] + off, location[1]]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<rect width="100%" height="100%" fill="hsl(205 45% 82%)"/><rect y="130" width="100%" height="190" fill="hsl(40 8% 62%)"/>
<rect x="${side}" y="60" width="120" height="90" fill="hsl(${hue} 30% 58%)"/><path d="M0 320 200 150h80l200 170z" fill="hsl(210 6% 42%)"/>
<path d="M240 160v150" stroke="#fff" stroke-width="4" stroke-dasharray="22 16"/>${phase === 'before' ? HEAP : ''}
<path d="${DEMO}" transform="translate(0 40)" fill="none" stroke="#fff" stroke-width="6"/></svg>`
  const time = new Date(nowMs + SHANGHAI_MS).toISOString().slice(0, 19).replace('T', ' ').replaceAll('-', ':')
  return sharp(Buffer.from(svg))
    .jpeg({ quality: 60 })
    .withExif({
      IFD2: { DateTimeOriginal: time, OffsetTimeOriginal: '+08:00' },
      IFD3: {
        ...{ GPSLatitudeRef: lat < 0 ? 'S' : 'N', GPSLatitude: degrees(lat) },
        ...{ GPSLongitudeRef: lng < 0 ? 'W' : 'E', GPSLongitude: degrees(lng), GPSMapDatum: 'WGS-84' },
      },
    })
    .toBuffer()
}

/** Degrees, minutes and seconds, as fractions. */
function degrees(value: number): string {
  const seconds = Math.round(Math.abs(value) * 3_600_00)
  return `${Math.floor(seconds / 360_000)}/1 ${Math.floor((seconds % 360_000) / 6_000)}/1 ${seconds % 6_000}/100`
}
