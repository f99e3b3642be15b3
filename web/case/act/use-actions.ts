import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseAction } from '../../../server/contract/case-life.ts'
import type { CaseCard } from '../../api-cases.ts'
import { isPlain } from './act-fields.ts'
import type { DoneStep } from './DoneBar.tsx'
import { useAct } from './use-act.ts'

/** An action that was chosen, here or elsewhere on the page, with what is known already: merge with that one. */
export interface Chosen {
  action: CaseAction
  into?: string
}

/** Acting on one case: what was chosen and waits for its form, what was just done, what went wrong. */
export function useActions(of: CaseCard, onChoose: (chosen: Chosen | undefined) => void) {
  const { t } = useTranslation()
  const [done, setDone] = useState<DoneStep>()
  const acting = useAct(of, (action, { card, batch }) => {
    onChoose(undefined)
    setDone({ action, batch, seenAt: performance.now(), number: card.number })
  })
  const choose = (next: Chosen | undefined): void => {
    acting.reset()
    setDone(undefined)
    if (next && isPlain(next.action)) acting.mutate({ action: next.action, input: {} })
    else onChoose(next)
  }
  const tried = acting.variables?.action
  const failed = t('act.failed', { did: tried ? t(`caseAction.${tried}`) : '' })
  return { acting, choose, done, failed, forget: () => setDone(undefined) }
}
