// Before anything else of the page, as a file: the content security policy lets no script stand in the page itself.
// A wall is dark from its first pixel, and loads its page anew when the page's own scripts never came: a new build may be put under it while it
// loads, and then the files of the old one are gone.
;(() => {
  if (location.pathname !== '/wall') return
  document.documentElement.dataset.theme = 'dark'
  document.documentElement.style.background = '#0b1218'
  const TRIES = 'wall-first-tries'
  const tries = Number(sessionStorage.getItem(TRIES)) || 0
  let timer
  const lookIn = (ms) => {
    clearTimeout(timer)
    timer = setTimeout(look, ms)
  }
  // The page as it would be loaded now, with every file that it names.
  const isWhole = async () => {
    const page = await fetch('/wall', { cache: 'no-store' })
    if (!page.ok) return false
    const files = [...(await page.text()).matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)]
    const had = await Promise.all(files.map(([, file]) => fetch(file, { cache: 'no-cache' })))
    return had.every(({ ok }) => ok)
  }
  const look = async () => {
    if (document.getElementById('root')?.firstChild) return sessionStorage.removeItem(TRIES)
    if (!(await isWhole().catch(() => false))) return lookIn(1_500)
    sessionStorage.setItem(TRIES, String(tries + 1))
    location.reload()
  }
  // A script that is gone says so at once; one that breaks again and again is not loaded as often as it can.
  addEventListener('error', ({ target }) => target instanceof HTMLScriptElement && lookIn(Math.min(30_000, 300 * 2 ** tries)), true)
  lookIn(15_000)
})()
