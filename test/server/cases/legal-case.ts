import { Case, type CaseStatus } from '../../../server/contract/case.ts'
import { CASE_LIFE, type CaseAction } from '../../../server/contract/case-life.ts'
import { compactCase, wholeCase } from '../../../server/contract/compact-case.ts'
import { canonicalJson } from '../../../server/store/canonical-json.ts'

/** Which post's clock runs in a state: the work that is awaited then. */
const AWAITED: Partial<Record<CaseStatus, string>> = {
  ...{
    received: 'accept',
    checking: 'check',
    accepted: 'file',
    filed: 'dispatch',
    verifying: 'verify',
    verified: 'close',
  },
}
const POSTS = ['accept', 'check', 'file', 'dispatch', 'verify', 'close']
const WITH_CREW: CaseStatus[] = ['dispatched', 'handling', 'handled', 'verifying', 'verified']
const STILL: CaseStatus[] = ['refused', 'closed', 'unsolved', 'void']

/** What the log cannot keep of it. */
export const faultsOfShape = (of: Case): string[] => [
  ...(Case.safeParse(of).success ? [] : ['it is no Case']),
  ...(canonicalJson(wholeCase(compactCase(of))) === canonicalJson(of) ? [] : ['the compact form loses something']),
]

/** What is wrong with a case as it stands, in words; what a legal one must be whichever way it came there. */
export function faultsOfCase(of: Case): string[] {
  const { status, clocks, request, crewId, outcome, closedAt } = of
  const running = clocks.filter(({ endedAt }) => endedAt === null)
  const posts = running.filter(({ stage }) => POSTS.includes(stage)).map(({ stage }) => stage)
  const stages = running.filter(({ stage }) => !POSTS.includes(stage))
  const paused = running.filter(({ pausedAt }) => pausedAt !== null)
  const isStill = status === 'suspended' || status === 'merged'
  const rules: [boolean, string][] = [
    [new Set(clocks.map(({ id }) => id)).size === clocks.length, 'two clocks have one id'],
    [STILL.includes(status) ? running.length === 0 : true, 'a clock runs though it has ended'],
    [isStill ? paused.length === running.length : !paused.length, 'pauses'],
    [!isStill || of.before !== null, 'nothing to go back to'],
    [isStill || posts.join() === (AWAITED[status] ?? ''), `the clocks of ${posts.join()} run`],
    [!['handled', 'verifying', 'verified'].includes(status) || !stages.length, 'a stage runs though it is handled'],
    [!WITH_CREW.includes(status) || crewId !== null, 'no crew has it'],
    [status !== 'handling' || of.takenAt !== null, 'nobody took it'],
    [!['handled', 'verifying', 'verified', 'closed'].includes(status) || of.handledAt !== null, 'nobody handled it'],
    [!['verified', 'closed'].includes(status) || of.verifiedAt !== null, 'nobody verified it'],
    [(status === 'closed' || status === 'unsolved') === (closedAt !== null), 'closedAt'],
    [status !== 'closed' || !['none', 'not-solved'].includes(outcome), 'closed without an outcome'],
    [outcome === 'none' || of.handledAt !== null || status === 'unsolved', 'an outcome of nothing'],
    [of.filedAt === null || of.conditionId !== null, 'filed under nothing'],
    [request === null || CASE_LIFE.approve.from.includes(status), 'a request that nobody can decide'],
  ]
  return rules.filter(([holds]) => !holds).map(([, words]) => words)
}

/** What is wrong with a step: what must never be lost on the way. */
export function faultsOfStep(was: Case, now: Case, action: CaseAction): string[] {
  const requests = action.startsWith('request-') || action === 'decline'
  const rules: [boolean, string][] = [
    [CASE_LIFE[action].to !== 'same' || now.status === was.status, 'it should have stayed'],
    [['id', 'number', 'receivedAt', 'source'].every((key) => now[key as 'id'] === was[key as 'id']), 'another case'],
    [now.clocks.length >= was.clocks.length, 'a clock is gone'],
    [was.clocks.every((clock, at) => clock.endedAt === null || now.clocks[at] === clock), 'an ended clock changed'],
    [!requests || now.clocks === was.clocks, 'asking moved a clock'],
    [was.reports.every(({ id }) => now.reports.some((report) => report.id === id)), 'a report is lost'],
    ...(['reworks', 'extensions', 'suspensions', 'sendBacks', 'reopenings'] as const).map(
      (count): [boolean, string] => [now[count] >= was[count] && now[count] <= was[count] + 1, count],
    ),
    [now.reworks > was.reworks === (action === 'fail'), '返工 is a failed check and nothing else'],
  ]
  return rules.filter(([holds]) => !holds).map(([, words]) => words)
}
