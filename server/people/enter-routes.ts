import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { homeOf } from '../contract/home-of.ts'
import { bytes, refusals } from '../http/answers.ts'
import { callerOf } from '../http/caller-of.ts'
import { newRoutes } from '../http/new-routes.ts'
import { giveCookie, refuseInClear } from '../http/session-cookie.ts'
import { enterByLink } from './enter-by-link.ts'
import { leave } from './leave.ts'
import { PersonRefused } from './person-refused.ts'
import { refuse } from './refused-by-routes.ts'
import type { SessionNeeds } from './session-routes.ts'

const tags = ['Signing in']
const request = { params: z.object({ token: z.string().max(200) }) }
const responses = {
  200: bytes('A page with a button, for what only looks at links', 'text/html'),
  303: { description: 'You are in' },
  ...refusals(400, 403, 404, 503),
}

const look = createRoute({
  ...{ method: 'get', path: '/{token}', tags, request, responses },
  summary: 'Come in by a one-time link',
})
const come = createRoute({
  ...{ method: 'post', path: '/{token}', tags, request, responses },
  summary: 'Come in by a one-time link: the button of its page',
})

// Chat programs fetch what is written in them, to show a picture of it; that must not use up the link. Of a browser it is known that a person
// goes there (Sec-Fetch-Mode, which every browser sends since 2023 over TLS and on loopback); a program that says nothing is taken at its name.
const LOOKS_ONLY =
  /bot|crawl|spider|preview|slack|telegram|whatsapp|facebook|twitter|skype|discord|dingtalk|lark|feishu|wework|okhttp/i

export function isVisit(header: (name: string) => string | undefined): boolean {
  if (/prefetch|preview/i.test(header('Sec-Purpose') ?? header('Purpose') ?? header('X-Purpose') ?? '')) return false
  const mode = header('Sec-Fetch-Mode')
  return mode === undefined ? !LOOKS_ONLY.test(header('User-Agent') ?? '') : mode === 'navigate'
}

/** /enter/<token>: a person's way in without a password, once. */
export function enterRoutes(needs: SessionNeeds) {
  const { gate, publicUrl } = needs
  const enter = async (c: Context, token: string): Promise<Response> => {
    refuseInClear(c.req.url, gate.way)
    const before = await gate.holderOf(c)
    let home: string
    try {
      const { person, session } = await enterByLink(token, callerOf(c, publicUrl), needs)
      if (before) await leave(before.session, needs)
      giveCookie(c, session, gate.way)
      home = homeOf(person)
    } catch (error) {
      if (!(error instanceof PersonRefused) || !c.req.header('Accept')?.includes('text/html')) return refuse(error)
      return c.html(page(`${WHY[error.code] ?? ''}<p>${error.message}</p>`), 404, NOT_KEPT)
    }
    gate.forget()
    return c.body(null, 303, { ...NOT_KEPT, Location: home })
  }
  return newRoutes()
    .openapi(look, (c) => {
      const asks = c.req.method === 'GET' && isVisit((name) => c.req.header(name))
      return asks ? enter(c, c.req.valid('param').token) : c.html(page(BUTTON), 200, NOT_KEPT)
    })
    .openapi(come, (c) => enter(c, c.req.valid('param').token))
}

const NOT_KEPT = { 'Cache-Control': 'no-store' }
const BUTTON = '<form method="post"><button>进入 · Come in</button></form>'
const WHY: Record<string, string> = {
  'unknown-link': '<p>链接无效，或已被新链接取代。</p>',
  'link-over': '<p>链接已过期，请索取新的链接。</p>',
  'link-used': '<p>链接已使用过，请索取新的链接。</p>',
}

const page = (inside: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<meta name="robots" content="noindex"><title>城管一张图 Gridkeeper</title>` +
  `<style>body{font:16px/1.6 system-ui,sans-serif;max-width:40em;margin:4em auto;padding:0 1em}button{font:inherit;padding:.5em 1.5em}</style>` +
  `<h1>城管一张图 Gridkeeper</h1>${inside}</html>`
