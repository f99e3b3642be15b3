import type { Proposal, ProposalAsk } from '../contract/coverage.ts'
import type { CoverageSet } from '../contract/rule.ts'
import type { ProposalFound } from '../insight/coverage/propose-sites.ts'
import type { Job } from './coverage-jobs.ts'
import { handOf } from './describe-run.ts'
import type { GatheredCity } from './gather-city.ts'

export interface KeptProposal {
  city: GatheredCity
  set: CoverageSet
}
export type ProposalJob = Job<ProposalAsk, KeptProposal, ProposalFound>

/** A proposal as its reader sees it. */
export function describeProposal(job: ProposalJob, progress: Proposal['progress']): Proposal {
  const { id, state, asked, byName, at, found, kept } = job
  const result = found && {
    ...found,
    sites: found.sites.map(({ roadId, road, ruleId, side, where, alongMetres, at: coordinates, gain }, index) => ({
      ...{ type: 'Feature' as const, id: String(index + 1), geometry: { type: 'Point' as const, coordinates } },
      properties: {
        ...{ number: index + 1, layer: kept.set.layer, ruleId, roadId, road, side: where, hand: handOf(side) },
        ...{ alongMetres, gain },
      },
    })),
  }
  return { id, state, progress, asked, by: byName, at, result }
}
