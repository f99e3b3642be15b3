import type { Context } from 'hono'
import type { CodeRegistry } from '../contract/code-registry.ts'
import { changeRule } from '../deadlines/change-rule.ts'
import type { CityRules } from '../deadlines/open-rules.ts'
import { RuleRefused } from '../deadlines/rule-refused.ts'
import { type DraftNeeds, DraftRefused, readDraft } from '../drafts/write-draft.ts'
import { actorOf, type Gate } from '../http/acting.ts'
import { etagOfSeq, readIfMatch } from '../http/if-match.ts'
import { newRoutes } from '../http/new-routes.ts'
import { onceOf } from '../http/once-of.ts'
import type { Progress } from '../http/progress.ts'
import { notHere, Refusal } from '../http/refusals.ts'
import { KeyReused } from '../store/answer-once.ts'
import { JobRunning } from './coverage-jobs.ts'
import { type CoverageNeeds, CoverageRefused } from './coverage-needs.ts'
import { declareCoverageRoutes } from './declare-coverage-routes.ts'
import { describeProposal, type ProposalJob } from './describe-proposal.ts'
import { blockPage, describeRun, gapPage, type RunJob } from './describe-run.ts'
import { type CoverageWork, startProposing, startRun } from './start-work.ts'

type Needs = CoverageNeeds &
  DraftNeeds & {
    gate: Gate
    publicUrl: string | undefined
    rules: CityRules
    codes: CodeRegistry
    progress: Progress
    work: CoverageWork
  }

const FOLLOWED_MS = 5_000

/** Where what is missing (P1–P3), by rules that are data; and the sites that would close it. */
export function coverageRoutes(needs: Needs) {
  const { work, rules, progress, now } = needs
  const routes = declareCoverageRoutes(needs)
  const its = {
    ...needs,
    itemsOf: async (draftId: string, asker: string) => (await readDraft(draftId, asker, needs)).items,
  }
  const runOf = (c: Context, id: string): RunJob => {
    const job = work.runs.of(id, actorOf(c).id)
    if (!job) throw notHere('run', id)
    return job
  }
  const doneRun = (c: Context, id: string): RunJob => {
    const job = runOf(c, id)
    if (!job.found) throw new Refusal(409, 'run-not-done', 'The city is not looked over yet, or the look was ended.')
    return job
  }
  const proposalOf = (c: Context, id: string): ProposalJob => {
    const job = work.proposals.of(id, actorOf(c).id)
    if (!job) throw notHere('proposal', id)
    return job
  }
  const shownRun = (job: RunJob) => describeRun(job, work.runs.progressOf(job))
  const shownProposal = (job: ProposalJob) => describeProposal(job, work.proposals.progressOf(job))

  return newRoutes()
    .openapi(routes.sets, (c) => c.json({ sets: [...rules.now().coverageSets] }, 200))
    .openapi(routes.putSet, async (c) => {
      const [{ id }, draft] = [c.req.valid('param'), c.req.valid('json')]
      if (!needs.memory.layer(draft.layer))
        throw new Refusal(400, 'bad-rule', `There is no layer "${draft.layer}".`, 'layer')
      const change = { kind: 'coverage', id, draft } as const
      const ifMatch = c.req.header('If-Match')
      const seen = ifMatch === undefined ? undefined : readIfMatch(ifMatch)
      const actor = actorOf(c).id
      const writer = { actor, once: onceOf(c, actor, change, now()) }
      const reason = c.req.valid('query').reason ?? null
      const { seq, stored } = await changeRule({ change, seen, reason }, writer, needs).catch(refuse)
      await progress.until(seq, FOLLOWED_MS)
      if (stored.kind !== 'coverage') throw new TypeError('a set of coverage rules was kept as another rule')
      c.header('ETag', etagOfSeq(stored.rule.version))
      return c.json(stored.rule, 200)
    })
    .openapi(routes.removeSet, async (c) => {
      const change = { kind: 'coverage-removal', id: c.req.valid('param').id } as const
      const seen = readIfMatch(c.req.valid('header')['if-match'])
      const actor = actorOf(c).id
      const writer = { actor, once: onceOf(c, actor, change, now()) }
      const reason = c.req.valid('query').reason ?? null
      const { seq } = await changeRule({ change, seen, reason }, writer, needs).catch(refuse)
      await progress.until(seq, FOLLOWED_MS)
      return c.body(null, 204)
    })
    .openapi(routes.start, async (c) => {
      const job = await startRun(c.req.valid('json'), actorOf(c), its).catch(refuse)
      return c.json(shownRun(job), 202, { Location: `/api/coverage/runs/${job.id}` })
    })
    .openapi(routes.run, (c) => c.json(shownRun(runOf(c, c.req.valid('param').id)), 200))
    .openapi(routes.cancelRun, (c) => {
      const job = runOf(c, c.req.valid('param').id)
      work.runs.cancel(job)
      return c.json(shownRun(job), 200)
    })
    .openapi(routes.gaps, (c) => c.json(gapPage(doneRun(c, c.req.valid('param').id), c.req.valid('query')), 200))
    .openapi(routes.blocks, (c) => c.json(blockPage(doneRun(c, c.req.valid('param').id), c.req.valid('query')), 200))
    .openapi(routes.propose, async (c) => {
      const job = await startProposing(c.req.valid('json'), actorOf(c), its).catch(refuse)
      return c.json(shownProposal(job), 202, { Location: `/api/coverage/proposals/${job.id}` })
    })
    .openapi(routes.proposal, (c) => c.json(shownProposal(proposalOf(c, c.req.valid('param').id)), 200))
    .openapi(routes.cancelProposal, (c) => {
      const job = proposalOf(c, c.req.valid('param').id)
      work.proposals.cancel(job)
      return c.json(shownProposal(job), 200)
    })
}

const RULE_STATUS: Record<RuleRefused['why'], Refusal['status']> = {
  bad: 400,
  stale: 412,
  unseen: 428,
  busy: 503,
  absent: 404,
}
const STATUS: Record<CoverageRefused['why'], Refusal['status']> = { bad: 400, absent: 404, busy: 409 }

function refuse(error: unknown): never {
  if (error instanceof KeyReused)
    throw new Refusal(422, 'key-reused', 'This Idempotency-Key stands for another request.', 'Idempotency-Key')
  if (error instanceof CoverageRefused) throw new Refusal(STATUS[error.why], error.code, error.message)
  if (error instanceof JobRunning) throw new Refusal(409, 'work-running', error.message)
  if (error instanceof DraftRefused) throw new Refusal(404, error.code, error.message, 'draftId')
  if (!(error instanceof RuleRefused)) throw error
  const headers: Record<string, string> = error.present === undefined ? {} : { ETag: etagOfSeq(error.present) }
  throw new Refusal(RULE_STATUS[error.why], error.code, error.message, error.at, headers)
}
