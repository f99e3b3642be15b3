import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { UNCLASSIFIED } from '../../../server/contract/case.ts'
import type { RankedCrew } from '../../../server/contract/recommendation.ts'
import type { CaseCard } from '../../api-cases.ts'
import { getWaitingIn } from '../../api-dispatch.ts'
import { distance } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import { briefName } from './brief-name.ts'
import { around, NEARBY_METRES, nearbySame } from './nearby-same.ts'

interface NearbySameProps {
  card: CaseCard
  /** The crew that fits best; without one there is nobody to send. */
  best: RankedCrew | undefined
  mayDispatch: boolean
  onDispatch: (caseIds: string[], crewId: string) => void
  onShowCase: (id: string) => void
}

/** Cases of the same class close by that wait too: one way for all of them. */
export function NearbySame({ card, best, mayDispatch, onDispatch, onShowCase }: NearbySameProps) {
  const { t } = useTranslation()
  const { kind, code, location } = card
  const { data } = useQuery({
    queryKey: ['cases', 'near', kind, code, location],
    queryFn: ({ signal }) => getWaitingIn({ kind, code, bbox: around(location, NEARBY_METRES) }, signal),
    enabled: card.status === 'filed' && code !== UNCLASSIFIED.code,
  })
  const near = card.status === 'filed' ? nearbySame(data ?? [], card) : []
  if (near.length === 0) return null
  const ids = [card.id, ...near.map(({ of }) => of.id)]
  return (
    <section className="nearby-same">
      <h2>
        {t('dispatch.case.nearby', { n: near.length })}
        <span>{t('dispatch.case.within', { metres: distance(NEARBY_METRES) })}</span>
      </h2>
      <ul className="repeat-history">
        {near.map(({ of, metres }) => (
          <li key={of.id}>
            <span>{distance(metres)}</span>
            <button type="button" className="panel-link" onClick={() => onShowCase(of.id)}>
              {of.problem}
            </button>
            <span>{of.address}</span>
          </li>
        ))}
      </ul>
      {best && mayDispatch ? (
        <Button small onClick={() => onDispatch(ids, best.crewId)}>
          {t('dispatch.case.together', { n: ids.length, crew: briefName(best.name) })}
        </Button>
      ) : null}
    </section>
  )
}
