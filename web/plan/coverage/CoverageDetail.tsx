import { Overview } from '../overview/Overview.tsx'
import { useCoverage } from './coverage-desk.tsx'
import { ProposalPanel } from './ProposalPanel.tsx'

/** Beside the coverage: how the rest of the town stands, or the sites that are being looked for. */
export function CoverageDetail() {
  const { search } = useCoverage()
  return search.isProposing ? <ProposalPanel /> : <Overview />
}
