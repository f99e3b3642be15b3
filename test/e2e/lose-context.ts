import type { Locator } from 'playwright-core'

/** Takes the graphics context from the canvas of a map as a driver does it: no restore follows. Returns when the page has been told. */
export const loseContext = (canvas: Locator): Promise<void> =>
  canvas.evaluate(async (lost) => {
    if (!(lost instanceof HTMLCanvasElement)) throw new Error('this is no canvas')
    const extension = lost.getContext('webgl2')?.getExtension('WEBGL_lose_context')
    if (!extension) throw new Error('the context cannot be lost here')
    const told = new Promise((done) => lost.addEventListener('webglcontextlost', done, { once: true }))
    extension.loseContext()
    await told
  })
