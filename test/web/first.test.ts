import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

const read = (path: string): string => readFileSync(new URL(`../../web/${path}`, import.meta.url), 'utf8')

/** What first.js makes of an empty page at an address; nothing else of the page has come. */
function groundAt(pathname: string): { theme: string | undefined; background: string | undefined } {
  const documentElement = { dataset: {} as { theme?: string }, style: {} as { background?: string } }
  runInNewContext(read('public/first.js'), {
    ...{ location: { pathname }, document: { documentElement, getElementById: () => null } },
    ...{ sessionStorage: { getItem: () => null }, addEventListener: () => undefined },
    ...{ setTimeout: () => 0, clearTimeout: () => undefined, Number, Math },
  })
  return { theme: documentElement.dataset.theme, background: documentElement.style.background }
}

test('a wall is dark before any other of its files has come, and other pages are left as they are', () => {
  const night = /\[data-theme="dark"\][^}]*?--n-1:\s*(#[0-9a-f]{6})/s.exec(read('theme/tokens.css'))?.[1]
  expect(night).toMatch(/^#/)
  expect(groundAt('/wall')).toEqual({ theme: 'dark', background: night })
  expect(groundAt('/')).toEqual({ theme: undefined, background: undefined })
})

test('it is the first that the page loads, by a name that no build changes, and waits for nothing', () => {
  const [first] = /<(script|link rel="stylesheet")[^>]*>/.exec(read('index.html')) ?? []
  expect(first).toBe('<script src="/first.js">')
})
