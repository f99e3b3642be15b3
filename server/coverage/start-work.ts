import type { CoverageAsk, ProposalAsk } from '../contract/coverage.ts'
import type { DraftItem } from '../contract/draft.ts'
import type { Actor } from '../contract/role.ts'
import { startCoverage, startProposal } from '../insight/coverage/coverage-thread.ts'
import { CoverageJobs } from './coverage-jobs.ts'
import { type CoverageNeeds, CoverageRefused, setsOf } from './coverage-needs.ts'
import type { KeptProposal, ProposalJob } from './describe-proposal.ts'
import type { KeptRun, RunJob } from './describe-run.ts'
import { gatherCity } from './gather-city.ts'

/** What threads look over and look for. */
export interface CoverageWork {
  runs: CoverageJobs<CoverageAsk, KeptRun, NonNullable<RunJob['found']>>
  proposals: CoverageJobs<ProposalAsk, KeptProposal, NonNullable<ProposalJob['found']>>
  close(): void
}

export function openCoverageWork(): CoverageWork {
  const runs: CoverageWork['runs'] = new CoverageJobs(({ asked, kept: { city, sets } }, onStep) =>
    startCoverage(
      { ground: city.ground, sets, quality: asked.quality, toleranceMetres: asked.toleranceMetres },
      onStep,
    ),
  )
  const proposals: CoverageWork['proposals'] = new CoverageJobs(({ asked, kept: { city, set } }, onStep) => {
    const { draftId: _, setId: __, ...of } = asked
    return startProposal({ ...of, ground: city.ground, set }, onStep)
  })
  return {
    ...{ runs, proposals },
    close() {
      runs.close()
      proposals.close()
    },
  }
}

export interface WorkNeeds extends CoverageNeeds {
  work: CoverageWork
  /** What is drawn in a draft that the asker may read. */
  itemsOf(draftId: string, asker: string): Promise<readonly DraftItem[]>
}

const drawn = ({ itemsOf }: WorkNeeds, draftId: string | undefined, { id }: Actor): Promise<readonly DraftItem[]> =>
  draftId === undefined ? Promise.resolve([]) : itemsOf(draftId, id)

const whoOf = ({ id, name }: Actor, now: Date) => ({ by: id, byName: name, at: now.toISOString() })

function checkFree({ work }: WorkNeeds, { id }: Actor): void {
  if (work.runs.isBusy(id) || work.proposals.isBusy(id))
    throw new CoverageRefused('busy', 'work-running', 'Something of yours is being reckoned; cancel it, or wait.')
}

/** Begins to look the city over. Throws CoverageRefused, JobRunning. */
export async function startRun(asked: CoverageAsk, actor: Actor, needs: WorkNeeds): Promise<RunJob> {
  const sets = setsOf(needs, asked.sets)
  checkFree(needs, actor)
  const city = await gatherCity(needs, sets, await drawn(needs, asked.draftId, actor))
  return needs.work.runs.start(asked, whoOf(actor, needs.now()), { city, sets })
}

/** Begins to look for new sites. Throws CoverageRefused, JobRunning. */
export async function startProposing(asked: ProposalAsk, actor: Actor, needs: WorkNeeds): Promise<ProposalJob> {
  const [set] = setsOf(needs, [asked.setId])
  if (!set) throw new CoverageRefused('bad', 'unknown-set', `There is no set of rules "${asked.setId}".`)
  const { streets, areas } = await needs.streets.now()
  if (asked.gridId !== undefined && !areas.some(({ id }) => id === asked.gridId))
    throw new CoverageRefused('bad', 'unknown-grid', `There is no responsibility grid "${asked.gridId}".`)
  const strange = asked.roadIds?.find((id) => !streets.some((street) => street.id === id))
  if (strange !== undefined) throw new CoverageRefused('bad', 'unknown-road', `There is no road "${strange}".`)
  checkFree(needs, actor)
  const city = await gatherCity(needs, [set], await drawn(needs, asked.draftId, actor))
  return needs.work.proposals.start(asked, whoOf(actor, needs.now()), { city, set })
}
