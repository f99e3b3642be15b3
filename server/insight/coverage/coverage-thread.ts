import { type RunningTask, runInThread } from '../thread/run-in-thread.ts'
import type { CoverageStep } from './cover-city.ts'
import type { CoverageFound, CoverageTask } from './coverage-task.ts'
import type { ProposalFound, ProposalTask } from './propose-sites.ts'

/** What the thread is sent. */
export type ThreadTask = { kind: 'cover'; task: CoverageTask } | { kind: 'propose'; task: ProposalTask }

const PROGRAM = { beside: import.meta.url, name: 'coverage' }

export const startCoverage = (task: CoverageTask, onStep: (step: CoverageStep) => void): RunningTask<CoverageFound> =>
  runInThread(PROGRAM, { kind: 'cover', task } satisfies ThreadTask, onStep)

export const startProposal = (task: ProposalTask, onStep: (step: CoverageStep) => void): RunningTask<ProposalFound> =>
  runInThread(PROGRAM, { kind: 'propose', task } satisfies ThreadTask, onStep)
