import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { CoverageSet } from '../../../server/contract/rule.ts'
import { getCoverageSets } from '../../api-coverage.ts'
import type { MapDrawing } from '../map-drawing.ts'
import { usePlanSearch } from '../use-plan-search.ts'
import { type CoverageSearch, qualityOf, readCoverageSearch } from './coverage-search.ts'
import { type DraftGaps, draftGaps } from './draft-gaps.ts'
import { boxOf } from './gap-features.ts'
import { type Summary, sumUp } from './sum-up.ts'
import { type DraftDesk, useDraft } from './use-draft.ts'
import { type Kerbs, useKerbs } from './use-kerbs.ts'
import { type LookState, useLook } from './use-look.ts'
import { type ProposalDesk, useProposal } from './use-proposal.ts'

export interface CoverageDesk {
  search: CoverageSearch
  change: (more: Record<string, string | undefined>, options?: { step?: boolean }) => void
  sets: readonly CoverageSet[]
  set: CoverageSet | undefined
  fault: Error | null
  look: LookState
  summary: Summary | undefined
  /** Of sets that are about ways and distances, with the draft. */
  drafted: LookState & { summary: Summary | undefined }
  gaps: DraftGaps
  draft: DraftDesk
  proposal: ProposalDesk
  /** A click on the map puts something down. */
  isPlacing: boolean
  setPlacing: (on: boolean) => void
  kerbs: Kerbs
  /** Where the map is to look. */
  focus: Focus | undefined
  setFocus: (places: readonly LngLat[]) => void
}

type Focus = Required<Pick<MapDrawing, 'bounds' | 'boundsAsked'>>

const Desk = createContext<CoverageDesk | undefined>(undefined)

export function useCoverage(): CoverageDesk {
  const desk = useContext(Desk)
  if (!desk) throw new Error('a part of the coverage study stands outside of it')
  return desk
}

/** What the parts of the study share: the look over the city, the draft, and the sites that are proposed. */
export function CoverageProvider({ children }: { children: ReactNode }) {
  const address = usePlanSearch()
  const search = useMemo(() => readCoverageSearch(address.search), [address.search])
  const sets = useQuery({
    ...{ queryKey: ['coverage', 'sets'], queryFn: ({ signal }) => getCoverageSets(signal), staleTime: 5 * 60_000 },
  })
  const set = sets.data?.find(({ id }) => id === search.set) ?? sets.data?.find(({ standing }) => standing)
  const quality = qualityOf(search)
  const look = useLook(set?.id, quality)
  const summary = useMemo(
    () => (look.look?.run.result && set ? sumUp(look.look.run.result, set) : undefined),
    [look.look, set],
  )
  const draft = useDraft(search.draft, set && { set: set.id, quality }, (id) => address.change({ draft: id }))
  const isService = set?.rules[0]?.measure !== 'along-road'
  const items = draft.draft?.items.filter(({ layer }) => layer === set?.layer).length ?? 0
  const withDraft = draft.draft && isService && items > 0 && summary ? draft.draft : undefined
  const drafted = useLook(withDraft ? set?.id : undefined, quality, withDraft)
  const draftedSummary = useMemo(
    () => (drafted.look?.run.result && set ? sumUp(drafted.look.run.result, set) : undefined),
    [drafted.look, set],
  )
  const found = look.look?.gaps.features
  const gaps = useMemo(() => draftGaps(found ?? [], draft.outcome), [found, draft.outcome])
  const proposal = useProposal(set?.id)
  const kerbs = useKerbs(!isService)
  const [isPlacing, setPlacing] = useState(false)
  const [focus, setFocus] = useState<Focus>()
  const desk: CoverageDesk = {
    ...{ search, change: address.change, sets: sets.data ?? [], set, fault: sets.error, look, summary },
    ...{ drafted: { ...drafted, summary: draftedSummary }, gaps, draft, proposal, isPlacing, setPlacing, kerbs, focus },
    setFocus: (places) => {
      const bounds = boxOf(places)
      setFocus((before) => bounds && { bounds, boundsAsked: (before?.boundsAsked ?? 0) + 1 })
    },
  }
  return <Desk.Provider value={desk}>{children}</Desk.Provider>
}
