import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import { moment, number } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import type { Wish } from '../desk/act-on-many.ts'

interface MergeSheetProps {
  cases: readonly DeskCase[]
  now: number
  onAct: (wish: Wish) => void
  onClose: () => void
}

/** Which of the chosen goes on for all. The oldest is proposed: its clock began first. */
export function MergeSheet({ cases, now, onAct, onClose }: MergeSheetProps) {
  const { t } = useTranslation()
  const byAge = cases.toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
  const [into, setInto] = useState(byAge[0]?.id)
  return (
    <Sheet title={t('desk.mergeInto')} closeLabel={t('desk.close')} onClose={onClose}>
      <form
        className="bulk-form"
        onSubmit={(event) => {
          event.preventDefault()
          const ids = byAge.flatMap(({ id }) => (id === into ? [] : id))
          if (into) onAct({ action: 'merge', input: { into }, ids })
        }}
      >
        <fieldset className="merge-list">
          <legend className="hidden">{t('desk.mergeInto')}</legend>
          {byAge.map((of) => (
            <label key={of.id}>
              <input type="radio" name="into" checked={of.id === into} onChange={() => setInto(of.id)} />
              <span>
                {of.address} <b>{of.problem}</b>
              </span>
              <small>
                {t(`caseStatus.${of.status}`)} {moment(of.receivedAt, now)} {of.number}
              </small>
            </label>
          ))}
        </fieldset>
        <p className="bulk-acts">
          <Button look="primary" type="submit">
            {t('desk.mergeThem', { n: number(cases.length - 1) })}
          </Button>
          <Button onClick={onClose}>{t('desk.clear')}</Button>
        </p>
      </form>
    </Sheet>
  )
}
