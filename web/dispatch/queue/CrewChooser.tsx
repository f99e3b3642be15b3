import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Crew } from '../../../server/contract/crew.ts'
import { useCrews } from '../../case/queries.ts'
import { useRecommendation } from '../../case/use-recommendation.ts'
import { number } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { ExcludedCrews } from '../case/ExcludedCrews.tsx'
import { isWithCrew } from '../desk/act-on-many.ts'
import { isDispatchable } from '../desk/bulk-actions.ts'
import type { Choosing } from '../desk/use-dispatch.ts'
import { ReasonField } from './BulkSheet.tsx'
import { CrewOption } from './CrewOption.tsx'
import { type Candidate, candidatesOf } from './candidates.ts'

interface CrewChooserProps {
  choosing: Choosing
  now: number
  onDispatch: (crewId: string, reason: string) => void
  onClose: () => void
}

const NO_CREWS: readonly Crew[] = []

/** Which crew: the one that fits best first, so that Enter sends it. Arrows go to the others. */
export function CrewChooser({ choosing, now, onDispatch, onClose }: CrewChooserProps) {
  const { t } = useTranslation()
  const crews: readonly Crew[] = useCrews().data ?? NO_CREWS
  const [first] = choosing.cases
  const { recommendation, fault } = useRecommendation(first)
  const [reason, setReason] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const needsReason = choosing.cases.some(isWithCrew)
  const all = recommendation || fault ? candidatesOf(recommendation, crews) : []
  const candidates = choosing.crewId ? crewAlone(all, choosing.crewId, crews) : all
  const isReady = !needsReason || reason.trim() !== ''
  const known = candidates.length > 0
  useEffect(() => {
    if (needsReason) form.current?.querySelector('input')?.focus()
    else if (known) list.current?.querySelector('button')?.focus()
  }, [known, needsReason])
  const title =
    choosing.cases.length === 1 && first
      ? `${first.address} ${first.problem}`
      : t('desk.dispatchThem', { n: number(choosing.cases.length) })
  const fit = choosing.cases.some(isDispatchable)
  return (
    <Sheet title={title} closeLabel={t('desk.close')} onClose={onClose}>
      {fit ? null : <p>{t('desk.cannotDispatch')}</p>}
      {fit && needsReason ? (
        <form
          ref={form}
          onSubmit={(event) => {
            event.preventDefault()
            if (isReady) list.current?.querySelector('button')?.focus()
          }}
        >
          <p className="bulk-note">{t('desk.reassigns')}</p>
          <ReasonField value={reason} onChange={setReason} />
        </form>
      ) : null}
      {fit && choosing.cases.length > 1 ? <p className="bulk-note">{t('desk.rankedByFirst')}</p> : null}
      {fit && fault ? <Refused fault={fault} title={t('desk.noRanking')} /> : null}
      {fit && !recommendation && !fault ? <p role="status">{t('page.loading')}</p> : null}
      {fit && recommendation && candidates.length === 0 ? <p>{t('dispatch.case.none')}</p> : null}
      {fit ? (
        <ul className="crew-options" ref={list} aria-label={t('dispatch.case.crews')} onKeyDown={walkButtons}>
          {candidates.map((one) => (
            <li key={one.crewId}>
              <CrewOption of={one} isReady={isReady} onChoose={() => onDispatch(one.crewId, reason.trim())} />
            </li>
          ))}
        </ul>
      ) : null}
      {fit && recommendation && !choosing.crewId ? (
        <ExcludedCrews excluded={recommendation.excluded} now={now} />
      ) : null}
      <p className="bulk-acts">
        <Button onClick={onClose}>{t('desk.clear')}</Button>
      </p>
    </Sheet>
  )
}

/** Somebody has chosen on the map: that crew alone, whether it fits or not. */
function crewAlone(all: readonly Candidate[], crewId: string, crews: readonly Crew[]): Candidate[] {
  const ranked = all.filter((one) => one.crewId === crewId)
  return ranked.length > 0 ? ranked : candidatesOf(undefined, crews).filter((one) => one.crewId === crewId)
}

function walkButtons(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  buttons[Math.min(buttons.length - 1, Math.max(0, at + by))]?.focus()
}
