import type { CDPSession, Page } from 'playwright-core'
import { PNG } from 'pngjs'

export interface Likeness {
  isSame: boolean
  /** Of the pixels in the middle, where the map is, and in the columns at the sides: how many are another colour, 0 … 1. */
  map: number
  panels: number
}

export interface WallPicture {
  png: PNG
  /** The map, or the panels, are of one colour. */
  isBlank: boolean
  like(other: WallPicture): Likeness
}

/** Colours nearer than this look the same, of 255. */
const SAME = 24
/** Crews move, a clock goes, a figure is another. */
const MAP_MOST = 0.03
const PANELS_MOST = 0.06
/** Of the width: the columns of panels, and the map between them. */
const COLUMN = 0.22
/** Of the height: without the header with its clock, and the foot with its news. */
const [TOP, BOTTOM] = [0.15, 0.84]
/** Nothing that is drawn has fewer colours. */
const FEWEST_COLOURS = 12

const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** The screen as the browser has it at this moment. Not `page.screenshot`, which waits for two more frames: with a map that is drawn in software that
 *  is a second or two in which a wall that heals is held up. */
async function capture(page: Page): Promise<Buffer> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  const { data } = await (await session).send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true })
  return Buffer.from(data, 'base64')
}

/** What a person sees of a wall. */
export async function pictureOf(page: Page): Promise<WallPicture> {
  const png = PNG.sync.read(await capture(page))
  const parts = {
    map: boxOf(png, COLUMN, 1 - COLUMN),
    left: boxOf(png, 0.01, COLUMN),
    right: boxOf(png, 1 - COLUMN, 0.99),
  }
  return {
    png,
    isBlank: Object.values(parts).some((part) => coloursIn(png, part) < FEWEST_COLOURS),
    like(other) {
      const map = changedIn(png, other.png, parts.map)
      const panels = Math.max(changedIn(png, other.png, parts.left), changedIn(png, other.png, parts.right))
      return { isSame: map <= MAP_MOST && panels <= PANELS_MOST, map, panels }
    },
  }
}

type Box = { x0: number; x1: number; y0: number; y1: number }

const boxOf = ({ width, height }: PNG, from: number, to: number): Box => ({
  ...{ x0: Math.round(from * width), x1: Math.round(to * width) },
  ...{ y0: Math.round(TOP * height), y1: Math.round(BOTTOM * height) },
})

function changedIn(a: PNG, b: PNG, { x0, x1, y0, y1 }: Box): number {
  if (a.width !== b.width || a.height !== b.height) return 1
  let changed = 0
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      const at = (y * a.width + x) * 4
      for (let part = 0; part < 3; part++)
        if (Math.abs((a.data[at + part] ?? 0) - (b.data[at + part] ?? 0)) > SAME) {
          changed += 1
          break
        }
    }
  return changed / ((x1 - x0) * (y1 - y0))
}

function coloursIn(png: PNG, { x0, x1, y0, y1 }: Box): number {
  const colours = new Set<number>()
  for (let y = y0; y < y1; y += 2)
    for (let x = x0; x < x1; x += 2) colours.add(png.data.readUInt32BE((y * png.width + x) * 4) >>> 8)
  return colours.size
}

/** What the map drew last, as a small copy that the page itself keeps; undefined before it drew anything. */
export async function mapCopyOf(page: Page): Promise<Buffer | undefined> {
  const text = (await page.evaluate('window.wallCopy?.() ?? ""')) as string
  return text === '' ? undefined : Buffer.from(text, 'base64')
}

/** Forgets what was drawn until now. */
export const forgetCopy = (page: Page): Promise<unknown> => page.evaluate('window.wallCopied = false')

/** By the middle of the map alone: nothing stands before it on the copy. */
export function isSameCopy(a: Buffer, b: Buffer): boolean {
  if (a.length !== b.length) return false
  let changed = 0
  for (let at = 0; at < a.length; at += 4)
    if ([0, 1, 2].some((part) => Math.abs((a[at + part] ?? 0) - (b[at + part] ?? 0)) > SAME)) changed += 1
  return changed / (a.length / 4) <= MAP_MOST
}
