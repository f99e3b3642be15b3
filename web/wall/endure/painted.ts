import { countFrames } from './count-frames.ts'

/** When this page last showed something new, and how smoothly. */
const frames = countFrames()
let paintedAt = Date.now()
let waiting = false

/** The map drew a frame; its `render` event calls this. */
export function noteFrame(): void {
  frames.take(performance.now())
  notePixels()
}

/** Something on the page is another now. That it was shown is believed only when the browser has begun a frame after the one that shows it: a
 *  screen whose graphics hang begins none. */
export function notePixels(): void {
  if (waiting) return
  waiting = true
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      waiting = false
      paintedAt = Date.now()
    }),
  )
}

/** Unix ms. */
export const lastPaintedAt = (): number => paintedAt

/** Frames a second since it was asked last; null where nothing moved. */
export const readFps = (): number | null => frames.read()

/** Notes what changes in the texts and elements of the page, among them its clock. Attributes are left out: many change nothing that is seen. */
export function watchPixels(): () => void {
  const watching = new MutationObserver(notePixels)
  watching.observe(document.body, { subtree: true, childList: true, characterData: true })
  return () => watching.disconnect()
}
