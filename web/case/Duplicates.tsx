import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DuplicateSuggestion } from '../../server/contract/placement.ts'
import { type CaseCard, getDuplicates, placeText } from '../api-cases.ts'
import { useActor } from '../me/use-me.ts'
import { DuplicateRow } from './DuplicateRow.tsx'

interface DuplicatesProps {
  card: CaseCard
  onMerge: (number: string) => void
  /** Shows the other case here instead of on its page. */
  onShow?: (other: DuplicateSuggestion) => void
}

/** Earlier cases that may tell of the same problem, and the way to merge. */
export function Duplicates({ card, onMerge, onShow }: DuplicatesProps) {
  const { t } = useTranslation()
  const actor = useActor()
  const mayMerge = card.allowed.some(({ action, refused }) => action === 'merge' && refused === null)
  const { data } = useQuery({
    queryKey: ['duplicates', card.id],
    queryFn: ({ signal }) =>
      getDuplicates(
        {
          ...{ at: placeText(card.location), kind: card.kind, code: card.code, receivedAt: card.receivedAt },
          ...(card.assetId ? { assetId: card.assetId } : {}),
        },
        signal,
      ),
    enabled: Boolean(actor),
    staleTime: 60_000,
  })
  const others = data?.filter(({ id }) => id !== card.id && id !== card.mergedInto) ?? []
  if (others.length === 0) return null
  return (
    <section className="duplicates">
      <h2>{t('duplicate.title')}</h2>
      <ul>
        {others.slice(0, 5).map((other) => (
          <DuplicateRow
            key={other.id}
            of={other}
            onShow={onShow}
            act={mayMerge ? { name: t('caseAction.merge'), onAct: () => onMerge(other.number) } : undefined}
          />
        ))}
      </ul>
    </section>
  )
}
