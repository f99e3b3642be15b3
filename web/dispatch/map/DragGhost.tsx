import { useTranslation } from 'react-i18next'
import { StateMark } from '../../icons/StateMark.tsx'
import type { Pixel } from '../../map/map-surface.ts'
import type { Drop, Held } from './drag.ts'

export interface Dragged {
  held: Held
  at: Pixel
  drop: Drop | undefined
}

/** What is in hand, beside the pointer, and what would happen. */
export function DragGhost({ dragged, nameOf }: { dragged: Dragged; nameOf: (crewId: string) => string }) {
  const { t } = useTranslation()
  const { held, at, drop } = dragged
  const count = drop?.caseIds.length ?? (held.kind === 'cases' ? held.ids.length : 1)
  const words = drop
    ? t('dispatch.map.dropTo', { count, crew: nameOf(drop.crewId) })
    : held.kind === 'cases'
      ? t('dispatch.map.dragToCrew', { count })
      : t('dispatch.map.dragToCase', { crew: nameOf(held.id) })
  return (
    <div
      className={`desk-ghost ${drop ? 'is-over' : ''}`}
      style={{ transform: `translate(${at[0]}px, ${at[1]}px)` }}
      role="status"
    >
      {held.kind === 'cases' ? <StateMark state={held.state} size={20} /> : <i className="dot" aria-hidden="true" />}
      <span>{words}</span>
    </div>
  )
}
