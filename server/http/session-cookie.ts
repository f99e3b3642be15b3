import type { Context } from 'hono'
import { Refusal } from './refusals.ts'

/** How a session may travel. */
export interface Way {
  /** Over TLS, at the server or at a proxy in front of it. */
  publicUrl: string | undefined
  /** The setting INSECURE_SIGN_IN: over plain HTTP in a closed network. */
  insecure: boolean
}

// With the prefix a browser takes it from this host alone, over TLS alone, for every path (RFC 6265bis, 4.1.3.2).
const SECURE = '__Host-gridkeeper'
const PLAIN = 'gridkeeper'
const TOKEN = /^[\w-]{43}$/
/** What browsers keep a cookie at most; a wall's is given anew whenever it asks who it is. */
const LONGEST_SECONDS = 400 * 86_400

const isSecure = (url: string, { publicUrl }: Way): boolean =>
  url.startsWith('https:') || publicUrl?.startsWith('https:') === true

/** The browser's own machine: what it sends there is on no network. */
const isLoopback = (url: string): boolean => {
  const { hostname } = new URL(url)
  return hostname === 'localhost' || hostname.endsWith('.localhost') || /^127\.|^\[::1\]$/.test(hostname)
}

/** The token in a Cookie header; undefined where there is none that could be ours. */
export function tokenIn(cookies: string | undefined, url: string, way: Way): string | undefined {
  if (cookies === undefined) return undefined
  const begin = `${isSecure(url, way) ? SECURE : PLAIN}=`
  for (const one of cookies.split(';')) {
    const cookie = one.trim()
    if (!cookie.startsWith(begin)) continue
    const token = cookie.slice(begin.length)
    return TOKEN.test(token) ? token : undefined
  }
  return undefined
}

/** Refuses where a password or a cookie would cross a network in clear: 403. */
export function refuseInClear(url: string, way: Way): void {
  if (isSecure(url, way) || isLoopback(url) || way.insecure) return
  throw new Refusal(
    403,
    'insecure',
    'Signing in over plain HTTP would show the password to the network. Put TLS in front and set PUBLIC_URL=https://…, or in a closed network set INSECURE_SIGN_IN=on.',
  )
}

/** Gives the browser its token. `lasting`: a wall keeps it when it is switched off. */
export function giveCookie(c: Context, token: string, way: Way, lasting = false): void {
  setCookie(c, token, way, lasting ? `; Max-Age=${LONGEST_SECONDS}` : '')
}

export const takeCookie = (c: Context, way: Way): void => setCookie(c, '', way, '; Max-Age=0')

function setCookie(c: Context, value: string, way: Way, age: string): void {
  const secure = isSecure(c.req.url, way)
  const cookie = `${secure ? SECURE : PLAIN}=${value}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}${age}`
  c.header('Set-Cookie', cookie, { append: true })
}
