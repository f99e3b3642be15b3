// Before anything else of the page, as a file: the content security policy lets no script stand in the page itself.
// A wall is dark from its first pixel, and loads its page anew when the page's own script never came.
;(() => {
  if (location.pathname !== '/wall') return
  document.documentElement.dataset.theme = 'dark'
  document.documentElement.style.background = '#0b1218'
  const look = async () => {
    if (document.getElementById('root')?.firstChild) return
    const page = await fetch('/wall', { cache: 'no-store' }).catch(() => undefined)
    if (page?.ok) location.reload()
    else setTimeout(look, 10_000)
  }
  setTimeout(look, 15_000)
})()
