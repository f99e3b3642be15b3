// As texts: what tsx makes of a function of the page calls for names that only its own files have.

/** Runs in the page before all else: its clocks go `speed` times as fast from the instant `real` on (Unix ms), its timers with them, and animations
 *  are told of that time; when frames are drawn is the browser's. Playwright's clock would take that over too. Shorter timers, which gather what
 *  comes in a moment or draw a movement, wait as long as ever up to a tenth of a second: nobody draws oftener on any day.
 *  Within one turn of script it goes as fast as ever: MapLibre places names for two milliseconds a frame, and would need minutes for them in a
 *  forty-eighth of that. While `wallHeld` is set nothing that waits long is done: a page whose minutes last a second never comes to rest. */
export const runClockFast = (speed: number, real: number): string => `(() => {
  const speed = ${speed}, real = ${real}
  const now = Date.now.bind(Date), steady = performance.now.bind(performance)
  Date.now = () => real + (now() - real) * speed
  globalThis.Date = new Proxy(Date, {
    construct: (Real, of) => Reflect.construct(Real, of.length > 0 ? of : [Date.now()]),
  })
  let turn
  performance.now = () => {
    if (turn === undefined) {
      turn = steady()
      queueMicrotask(() => (turn = undefined))
    }
    return turn * speed + steady() - turn
  }
  const { setTimeout, setInterval, requestAnimationFrame } = window
  const fast = (ms) => Math.max(ms / speed, ms < 1000 ? Math.min(ms, 100) : 0)
  const { clearTimeout } = window
  const late = new Map()
  window.setTimeout = (act, ms = 0, ...more) => {
    const run = () => {
      if (window.wallHeld && ms > 250) return void late.set(id, setTimeout(run, 50))
      late.delete(id)
      act(...more)
    }
    const id = setTimeout(run, fast(ms))
    return id
  }
  window.clearTimeout = (id) => {
    clearTimeout(late.get(id))
    late.delete(id)
    clearTimeout(id)
  }
  window.setInterval = (act, ms = 0, ...more) =>
    setInterval((...of) => (window.wallHeld && ms >= 1000 ? undefined : act(...of)), fast(ms), ...more)
  window.requestAnimationFrame = (act) => requestAnimationFrame(() => act(performance.now()))
})()`

/** Runs in the page before all else: counts the objects on the graphics card that were made and not given back, calls that draw, questions to the
 *  server under way, and the turns in which texts or elements changed. */
export const COUNT_WORK = `(() => {
  const counts = (window.wallGl = {})
  window.wallDraws = window.wallRedraws = window.wallAsked = 0
  const ask = window.fetch
  window.fetch = (...of) => {
    window.wallAsked++
    return ask(...of).finally(() => window.wallAsked--)
  }
  const alive = new WeakSet()
  const proto = WebGL2RenderingContext.prototype
  for (const kind of ['Texture', 'Buffer', 'Framebuffer', 'Renderbuffer', 'Program', 'Shader', 'VertexArray']) {
    counts[kind] = 0
    const create = proto['create' + kind], remove = proto['delete' + kind]
    proto['create' + kind] = function (...of) {
      const made = create.apply(this, of)
      if (made) alive.add(made), counts[kind]++
      return made
    }
    proto['delete' + kind] = function (gone) {
      if (gone && alive.delete(gone)) counts[kind]--
      return remove.call(this, gone)
    }
  }
  for (const name of ['drawElements', 'drawArrays']) {
    const draw = proto[name]
    proto[name] = function (...of) {
      window.wallDraws++
      return draw.apply(this, of)
    }
  }
  new MutationObserver(() => window.wallRedraws++).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
  })
})()`

/** Of a copy of the map's pixels. */
export const COPY = { width: 128, height: 72 } as const

/** Runs in the page before all else, after COUNT_WORK: keeps a small copy of what the map drew last, read in the same frame. A picture of the whole
 *  page takes a second of a machine that draws in software, in which it does nothing else. */
export const COPY_MAP = `(() => {
  const { requestAnimationFrame } = window
  const copy = Object.assign(document.createElement('canvas'), ${JSON.stringify(COPY)})
  const pen = copy.getContext('2d', { willReadFrequently: true })
  window.requestAnimationFrame = (act) => requestAnimationFrame((at) => {
    const before = window.wallDraws
    act(at)
    const map = window.wallDraws === before ? null : document.querySelector('canvas.maplibregl-canvas')
    if (!map || map.getContext('webgl2')?.isContextLost()) return
    pen.drawImage(map, 0, 0, copy.width, copy.height)
    window.wallCopied = true
  })
  window.wallCopy = () => {
    if (!window.wallCopied || !document.querySelector('canvas.maplibregl-canvas')) return ''
    return btoa(String.fromCharCode(...pen.getImageData(0, 0, copy.width, copy.height).data))
  }
})()`
