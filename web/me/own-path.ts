/** Where to go after signing in, out of the address: only a path of this product. A link to /sign-in that leads elsewhere would lend our name to
 *  somebody else's page. */
export function ownPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > 2000 || !/^\/(?![/\\])/.test(asked)) return '/'
  const url = URL.canParse(asked, ORIGIN) ? new URL(asked, ORIGIN) : undefined
  if (url?.origin !== ORIGIN || url.pathname === '/sign-in') return '/'
  return `${url.pathname}${url.search}${url.hash}`
}

/** Any: what counts is that the path does not leave it. */
const ORIGIN = 'https://gridkeeper.invalid'

/** To the page on which one signs in, and back here behind it. */
export const signInAddress = (here: string): string =>
  ownPath(here) === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(ownPath(here)).replaceAll('%2F', '/')}`
