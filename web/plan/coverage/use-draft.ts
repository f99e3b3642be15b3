import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Draft, DraftEdited, DraftLine, DraftOutcome, DraftStroke } from '../../../server/contract/draft.ts'
import {
  addDraft,
  changeDraft,
  type DraftMeasure,
  editDraft,
  getDraft,
  getDrafts,
  getOutcome,
  removeDraft,
  stepDraft,
} from '../../api-coverage.ts'

type Deed = { do: 'strokes'; strokes: readonly DraftStroke[] } | { do: 'undo' } | { do: 'redo' }

export interface DraftDesk {
  /** One's own, and those that others share. */
  drafts: readonly DraftLine[]
  draft: Draft | undefined
  outcome: DraftOutcome | undefined
  fault: Error | null
  /** From the click to the answer, ms; undefined before the first edit. */
  tookMs: number | undefined
  isBusy: boolean
  /** Into the open draft; a new one begins with the first stroke. */
  edit: (strokes: readonly DraftStroke[]) => void
  undo: () => void
  redo: () => void
  rename: (name: string) => void
  begin: () => void
  drop: () => void
}

const LIST = ['coverage', 'drafts'] as const
/** Before the sets of rules are known: the server says that there is no such set. */
const NO_MEASURE: DraftMeasure = { set: '', quality: {} }

/** The open draft, and what it would change by a set of rules and for data of that quality. Edits follow each other; each is kept by the server at once. */
export function useDraft(
  id: string | undefined,
  by: DraftMeasure | undefined,
  open: (id: string | undefined) => void,
): DraftDesk {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const drafts = useQuery({ queryKey: LIST, queryFn: ({ signal }) => getDrafts(signal), staleTime: 60_000 })
  const measure = JSON.stringify(by)
  const oneKey = (of: string | undefined) => ['coverage', 'draft', of]
  const outcomeKey = (of: string | undefined) => ['coverage', 'outcome', of, measure]
  const draft = useQuery({
    ...{ queryKey: oneKey(id), enabled: id !== undefined, staleTime: 60_000, retry: false },
    queryFn: ({ signal }) => getDraft(id ?? '', signal),
  })
  const outcome = useQuery({
    ...{ queryKey: outcomeKey(id), enabled: id !== undefined && by !== undefined, staleTime: 60_000, retry: false },
    queryFn: ({ signal }) => getOutcome(id ?? '', by ?? NO_MEASURE, signal),
  })
  const newName = (): string => {
    const known = new Set(drafts.data?.map(({ name }) => name))
    const names = [...t('coverage.draft.stems')].map((stem) => t('coverage.draft.name', { stem }))
    return names.find((name) => !known.has(name)) ?? t('coverage.draft.name', { stem: known.size + 1 })
  }
  const keep = async ({ draft: one, outcome: its }: DraftEdited): Promise<void> => {
    await queries.cancelQueries({ queryKey: oneKey(one.id) })
    queries.setQueryData(oneKey(one.id), one)
    // By other sets, and for other data, it is reckoned when they are looked at.
    queries.removeQueries({
      queryKey: ['coverage', 'outcome', one.id],
      predicate: ({ queryKey }) => queryKey[3] !== measure,
    })
    queries.setQueryData(outcomeKey(one.id), its)
    void queries.invalidateQueries({ queryKey: LIST })
  }
  const begin = useMutation({
    mutationFn: () => addDraft(newName()),
    onSuccess: (made) => {
      queries.setQueryData(oneKey(made.id), made)
      void queries.invalidateQueries({ queryKey: LIST })
      open(made.id)
    },
  })
  const work = useMutation({
    scope: { id: 'coverage-draft' },
    mutationFn: async (deed: Deed) => {
      const begun = performance.now()
      const at = id ?? (await begin.mutateAsync()).id
      const edited =
        deed.do === 'strokes'
          ? await editDraft(at, by ?? NO_MEASURE, deed.strokes)
          : await stepDraft(at, by ?? NO_MEASURE, deed.do)
      await keep(edited)
      return performance.now() - begun
    },
  })
  const rename = useMutation({
    mutationFn: (name: string) => changeDraft(id ?? '', { name }),
    onSuccess: (changed) => {
      queries.setQueryData(oneKey(changed.id), changed)
      void queries.invalidateQueries({ queryKey: LIST })
    },
  })
  const drop = useMutation({
    mutationFn: () => removeDraft(id ?? ''),
    onSuccess: () => {
      open(undefined)
      void queries.invalidateQueries({ queryKey: LIST })
    },
  })
  return {
    ...{ drafts: drafts.data ?? [], draft: id === undefined ? undefined : draft.data },
    outcome: id === undefined ? undefined : outcome.data,
    fault: work.error ?? rename.error ?? drop.error ?? begin.error ?? (id === undefined ? null : draft.error),
    ...{ tookMs: work.data, isBusy: work.isPending },
    edit: (strokes) => work.mutate({ do: 'strokes', strokes }),
    undo: () => work.mutate({ do: 'undo' }),
    redo: () => work.mutate({ do: 'redo' }),
    rename: (name) => rename.mutate(name),
    begin: () => begin.mutate(),
    drop: () => drop.mutate(),
  }
}
