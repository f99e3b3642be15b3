// As texts: what tsx makes of a function of the page calls for names that only its own files have.

/** Runs in the page before all else: its clocks go `speed` times as fast from the instant `real` on (Unix ms), its timers with them, and animations
 *  are told of that time; when frames are drawn is the browser's. Playwright's clock would take that over too. */
export const runClockFast = (speed: number, real: number): string => `(() => {
  const speed = ${speed}, real = ${real}
  const now = Date.now.bind(Date), steady = performance.now.bind(performance)
  Date.now = () => real + (now() - real) * speed
  globalThis.Date = new Proxy(Date, {
    construct: (Real, of) => Reflect.construct(Real, of.length > 0 ? of : [Date.now()]),
  })
  performance.now = () => steady() * speed
  const { setTimeout, setInterval, requestAnimationFrame } = window
  window.setTimeout = (act, ms = 0, ...more) => setTimeout(act, ms / speed, ...more)
  window.setInterval = (act, ms = 0, ...more) => setInterval(act, ms / speed, ...more)
  window.requestAnimationFrame = (act) => requestAnimationFrame(() => act(performance.now()))
})()`

/** Runs in the page before all else: counts the objects on the graphics card that were made and not given back, calls that draw, and the turns in
 *  which texts or elements changed. */
export const COUNT_WORK = `(() => {
  const counts = (window.wallGl = {})
  window.wallDraws = window.wallRedraws = 0
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
