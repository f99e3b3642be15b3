import { useTranslation } from 'react-i18next'
import { coordinates } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import type { Tried } from './tried-change.ts'

interface TriedListProps {
  tried: readonly Tried[]
  nameOf: (crewId: string) => string
  onRemove: (index: number) => void
}

/** What is tried, each with the way to take it off. */
export function TriedList({ tried, nameOf, onRemove }: TriedListProps) {
  const { t } = useTranslation()
  if (tried.length === 0) return null
  return (
    <ul className="day-tried">
      {tried.map(({ kind, crewId, at }, index) => {
        const what = t(kind === 'add' ? 'day.triedAdd' : 'day.triedMove', { crew: nameOf(crewId) })
        return (
          <li className="day-tried-row" key={`${kind} ${crewId} ${at.join()}`}>
            <span>
              {what} <small>{coordinates(at)}</small>
            </span>
            <Button small look="quiet" aria-label={t('day.removeTried', { what })} onClick={() => onRemove(index)}>
              ×
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
