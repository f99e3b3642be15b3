import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isOpen } from '../../server/contract/case.ts'
import type { DuplicateReason, DuplicateSuggestion } from '../../server/contract/placement.ts'
import { distance, duration, moment } from '../format.ts'
import { Button } from '../ui/Button.tsx'

interface DuplicateRowProps {
  of: DuplicateSuggestion
  act?: { name: string; onAct: () => void } | undefined
  onShow?: ((other: DuplicateSuggestion) => void) | undefined
}

/** A case that may be the same, and why it may. */
export function DuplicateRow({ of, act, onShow }: DuplicateRowProps) {
  const { t } = useTranslation()
  const reasonWords = (reason: DuplicateReason): string => {
    if (reason.because === 'same-thing') return t('duplicate.sameThing')
    if (reason.because === 'near') return t('duplicate.near', { metres: distance(reason.metres) })
    return t(`duplicate.${reason.because}`, { time: duration(reason.hours * 3600) })
  }
  return (
    <li className="duplicate">
      <p>
        <Link
          to="/cases/$number"
          params={{ number: of.number }}
          onClick={(event) => {
            // A link it stays: it opens beside with Ctrl.
            if (!onShow || event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            onShow(of)
          }}
        >
          {of.problem}
        </Link>{' '}
        <span>{of.address}</span>
      </p>
      <small>
        {t(`caseStatus.${of.status}`)} · {moment(of.receivedAt, Date.now())} · {of.reasons.map(reasonWords).join(' · ')}
      </small>
      {act && isOpen(of) ? (
        <Button small onClick={act.onAct}>
          {act.name}
        </Button>
      ) : null}
    </li>
  )
}
