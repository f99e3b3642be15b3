import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseAsk } from '../../../server/contract/case-input.ts'
import { CASE_LIFE } from '../../../server/contract/case-life.ts'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import type { Role } from '../../../server/contract/role.ts'
import { number } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import type { Wish } from '../desk/act-on-many.ts'
import { type BulkAction, bulkOffers } from '../desk/bulk-actions.ts'

interface BulkSheetProps {
  cases: readonly DeskCase[]
  roles: readonly Role[]
  onAct: (wish: Wish) => void
  onClose: () => void
}

/** The same done to all that are chosen, with one reason. */
export function BulkSheet({ cases, roles, onAct, onClose }: BulkSheetProps) {
  const { t } = useTranslation()
  const offers = bulkOffers(cases, roles)
  const [action, setAction] = useState<BulkAction | undefined>(offers[0]?.action)
  const [reason, setReason] = useState('')
  const wants = action !== undefined && CASE_LIFE[action].reason
  const fit = offers.find((offer) => offer.action === action)?.fit ?? 0
  return (
    <Sheet title={t('desk.chosen', { n: number(cases.length) })} closeLabel={t('desk.close')} onClose={onClose}>
      {offers.length === 0 ? <p>{t('desk.nothingToDo')}</p> : null}
      <form
        className="bulk-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (action === undefined) return
          const ask = { action, input: reason.trim() ? { reason: reason.trim() } : {} } as CaseAsk
          onAct({ ...ask, ids: cases.map(({ id }) => id) } as Wish)
        }}
      >
        <Choice
          label={t('desk.more')}
          className="bulk-choice"
          options={offers.map((offer) => ({
            id: offer.action,
            name: t('desk.offer', { act: t(`caseAction.${offer.action}`), n: number(offer.fit) }),
          }))}
          value={action}
          onChange={setAction}
        />
        {wants ? <ReasonField value={reason} onChange={setReason} /> : null}
        {action && fit < cases.length ? (
          <p className="bulk-note">{t('desk.notAll', { n: number(cases.length - fit) })}</p>
        ) : null}
        <p className="bulk-acts">
          {action ? (
            <Button look="primary" type="submit" disabled={wants && !reason.trim()}>
              {t('desk.actOn', { act: t(`caseAction.${action}`), n: number(fit) })}
            </Button>
          ) : null}
          <Button onClick={onClose}>{t('desk.clear')}</Button>
        </p>
      </form>
    </Sheet>
  )
}

export function ReasonField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation()
  return (
    <label className="bulk-reason">
      {t('desk.reason')}
      <input value={value} maxLength={500} onChange={(event) => onChange(event.target.value)} />
    </label>
  )
}
