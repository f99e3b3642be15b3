import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { reckonClocks } from '../cases/reckon-clocks.ts'
import { conditionsFor } from '../contract/condition.ts'
import type { RuleChange } from '../contract/rule-change.ts'
import type { StoredRule } from '../contract/stored-rule.ts'
import type { CalendarYear } from '../contract/work-calendar.ts'
import { dateOf, placeInTime } from '../contract/working-time.ts'
import { actorOf } from '../http/acting.ts'
import { etagOfSeq, readIfMatch } from '../http/if-match.ts'
import { newRoutes } from '../http/new-routes.ts'
import type { Progress } from '../http/progress.ts'
import { badParameter, notHere, Refusal } from '../http/refusals.ts'
import { KeyReused } from '../store/answer-once.ts'
import { canonicalJson } from '../store/canonical-json.ts'
import type { Store } from '../store/store.ts'
import { changeRule, type RuleNeeds } from './change-rule.ts'
import { declareRuleRoutes, type RuleGate } from './declare-rule-routes.ts'
import { type RuleRefusal, RuleRefused } from './rule-refused.ts'

/** The write is on disk long before; past this it is answered though this node's rules have it not yet. */
const FOLLOWED_MS = 5_000

export interface RuleRouteNeeds extends RuleNeeds, RuleGate {
  store: Pick<Store, 'db' | 'transaction'>
  progress: Progress
}

/** The rules, read by all and changed by an admin. */
export function ruleRoutes(needs: RuleRouteNeeds) {
  const { rules, progress, now } = needs
  const routes = declareRuleRoutes(needs)

  const change = async <K extends StoredRule['kind']>(
    c: Context,
    asked: RuleChange & { kind: K },
    reason?: string,
  ): Promise<RuleOf<K>> => {
    const ifMatch = c.req.header('If-Match')
    const seen = ifMatch === undefined ? undefined : readIfMatch(ifMatch)
    const writer = writerOf(c, asked, now())
    const { seq, stored, again } = await changeRule(
      { change: asked, seen, reason: reason ?? null },
      writer,
      needs,
    ).catch(refuse)
    await progress.until(seq, FOLLOWED_MS)
    if (again) c.header('Idempotency-Replayed', 'true')
    c.header('Log-Seq', String(seq))
    c.header('ETag', etagOfSeq(stored.rule.version))
    return stored.rule as RuleOf<K>
  }

  return newRoutes()
    .openapi(routes.conditions, (c) => {
      const { kind, code } = c.req.valid('query')
      if (code !== undefined && kind === undefined)
        throw badParameter('kind', '"kind" is missing: a code can name a component and a matter', 'missing-parameter')
      const all = rules.now().conditions
      if (kind === undefined) return c.json({ conditions: [...all] }, 200)
      const fitting = code === undefined ? all.filter((one) => one.kind === kind) : conditionsFor(all, kind, code)
      return c.json({ conditions: fitting }, 200)
    })
    .openapi(routes.condition, (c) => {
      const { id } = c.req.valid('param')
      const versions = [...rules.now().versions(id)]
      const condition = versions.at(-1)
      if (!condition) throw notHere('condition', id)
      c.header('ETag', etagOfSeq(condition.version))
      return c.json({ condition, versions }, 200)
    })
    .openapi(routes.putCondition, async (c) => {
      const { id } = c.req.valid('param')
      const asked = { kind: 'condition', id, draft: c.req.valid('json') } as const
      return c.json(await change(c, asked, c.req.valid('query').reason), 200)
    })
    .openapi(routes.posts, (c) => {
      const { posts } = rules.now()
      c.header('ETag', etagOfSeq(posts.version))
      return c.json(posts, 200)
    })
    .openapi(routes.putPosts, async (c) => {
      const asked = { kind: 'posts', draft: c.req.valid('json') } as const
      return c.json(await change(c, asked, c.req.valid('query').reason), 200)
    })
    .openapi(routes.hours, (c) => {
      const { hours, presets } = rules.now()
      c.header('ETag', etagOfSeq(hours.version))
      return c.json({ hours, presets: [...presets] }, 200)
    })
    .openapi(routes.putHours, async (c) => {
      const asked = { kind: 'hours', draft: c.req.valid('json') } as const
      return c.json(await change(c, asked, c.req.valid('query').reason), 200)
    })
    .openapi(routes.calendar, (c) => {
      const { years } = rules.now()
      const year = c.req.valid('query').year ?? thisYear(now())
      const calendar = years.find((one) => one.year === year)
      if (!calendar) throw notHere('calendar', String(year))
      c.header('ETag', etagOfSeq(calendar.version))
      return c.json({ calendar, years: years.map((one) => one.year) }, 200)
    })
    .openapi(routes.putCalendar, async (c) => {
      const { year } = c.req.valid('param')
      const asked = { kind: 'calendar', year, draft: c.req.valid('json') } as const
      const calendar = await change(c, asked, c.req.valid('query').reason)
      await reckonAnew(actorOf(c).id, calendar, needs)
      return c.json(calendar, 200)
    })
}

/** Deadlines that were guessed at for want of this year. */
const reckonAnew = (actor: string, { year, version }: CalendarYear, { area, store, rules, now }: RuleRouteNeeds) =>
  reckonClocks(
    { actor, reason: `日历 ${year}（第 ${version} 版）` },
    { area, store, now, calendars: (db) => rules.seenBy(db) },
  )

type RuleOf<K extends StoredRule['kind']> = Extract<StoredRule, { kind: K }>['rule']

const thisYear = (now: Date): number => Number(dateOf(placeInTime(now.toISOString()).day).slice(0, 4))

function writerOf(c: Context, asked: unknown, now: Date) {
  const actor = actorOf(c).id
  const key = c.req.header('Idempotency-Key')
  if (key === undefined) return { actor, once: undefined }
  const request = createHash('sha256')
    .update(canonicalJson([c.req.method, c.req.path, asked]))
    .digest('hex')
  return { actor, once: { actor, key, request, now } }
}

const STATUS: Record<RuleRefusal, Refusal['status']> = { bad: 400, stale: 412, unseen: 428, busy: 503, absent: 404 }

function refuse(error: unknown): never {
  if (error instanceof KeyReused)
    throw new Refusal(422, 'key-reused', 'This Idempotency-Key stands for another request.', 'Idempotency-Key')
  if (!(error instanceof RuleRefused)) throw error
  const headers: Record<string, string> = error.present === undefined ? {} : { ETag: etagOfSeq(error.present) }
  throw new Refusal(STATUS[error.why], error.code, error.message, error.at, headers)
}
