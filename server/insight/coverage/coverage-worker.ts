import { parentPort, workerData } from 'node:worker_threads'
import highsLoader from 'highs'
import type { ThreadNews } from '../thread/run-in-thread.ts'
import { type CoverageStep, coverCity } from './cover-city.ts'
import type { CoverageFound } from './coverage-task.ts'
import type { ThreadTask } from './coverage-thread.ts'
import { type ProposalFound, proposeSites } from './propose-sites.ts'

// The other end of startCoverage and startProposal: like main.ts an entrance, and so it acts when it is loaded. Its parent ends it.
const asked: ThreadTask = workerData
const tell = (news: ThreadNews<CoverageStep, CoverageFound | ProposalFound>): void => parentPort?.postMessage(news)

const steps = asked.kind === 'cover' ? coverCity(asked.task) : proposeSites(asked.task, await highsLoader())
for (let step = steps.next(); ; step = steps.next()) {
  if (step.done) {
    tell({ kind: 'answer', answer: step.value })
    break
  }
  tell({ kind: 'step', step: step.value })
}
