import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RankedCrew } from '../../../server/contract/recommendation.ts'
import type { CaseCard } from '../../api-cases.ts'
import { ActionForm } from '../../case/act/ActionForm.tsx'
import type { Offer } from '../../case/act/action-groups.ts'
import { DoneBar } from '../../case/act/DoneBar.tsx'
import { type Chosen, useActions } from '../../case/act/use-actions.ts'
import { useWhyNot } from '../../case/act/use-why-not.ts'
import { signInAddress } from '../../me/own-path.ts'
import { useActor } from '../../me/use-me.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { briefName } from './brief-name.ts'
import { type Foot, footOf } from './foot-offers.ts'
import { joinReasons } from './join-reasons.ts'

interface CaseFootProps {
  card: CaseCard
  ranked: readonly RankedCrew[]
  chosen: Chosen | undefined
  onChoose: (chosen: Chosen | undefined) => void
  onDispatch: (caseIds: string[], crewId: string) => void
}

/** What one does with the case: one primary button that names its effect, the rest beside it, what cannot be done with its reason. */
export function CaseFoot({ card, ranked, chosen, onChoose, onDispatch }: CaseFootProps) {
  const { t } = useTranslation()
  const actor = useActor()
  const { acting, choose, done, failed, forget } = useActions(card, onChoose)
  if (actor === null)
    return (
      <footer className="panel-foot">
        <p className="case-hint">
          {t('act.guest')} <a href={signInAddress(location.pathname + location.search)}>{t('me.signIn')}</a>
        </p>
      </footer>
    )
  if (card.allowed.length === 0) return null
  return (
    <footer className="panel-foot">
      {done ? <DoneBar done={done} onGone={forget} /> : null}
      {acting.isError ? <Refused fault={acting.error} title={failed} /> : null}
      {chosen ? (
        <ActionForm
          key={`${chosen.action} ${chosen.into ?? ''}`}
          of={card}
          chosen={chosen}
          busy={acting.isPending}
          onAct={acting.mutate}
          onLeave={() => choose(undefined)}
        />
      ) : (
        <Buttons
          card={card}
          foot={footOf(card.allowed, ranked)}
          busy={acting.isPending}
          onChoose={choose}
          onDispatch={(crewId) => onDispatch([card.id], crewId)}
        />
      )}
    </footer>
  )
}

interface ButtonsProps {
  card: CaseCard
  foot: Foot
  busy: boolean
  onChoose: (chosen: Chosen) => void
  onDispatch: (crewId: string) => void
}

function Buttons({ card, foot: { primary, beside, more }, busy, onChoose, onDispatch }: ButtonsProps) {
  const { t } = useTranslation()
  const whyNot = useWhyNot(card)
  const [open, setOpen] = useState(false)
  const offer = ({ action, refused }: Offer) => (
    <Button
      key={action}
      disabled={refused !== null || busy}
      title={refused === null ? t(`caseHint.${action}`) : whyNot(action, refused)}
      onClick={() => onChoose({ action })}
    >
      {t(`caseAction.${action}`)}
    </Button>
  )
  const shown = open ? [...beside, ...more] : beside
  const reasons = shown.flatMap(({ action, refused }) =>
    refused === null ? [] : [{ act: t(`caseAction.${action}`), why: whyNot(action, refused) }],
  )
  const asks = shown.some(({ action, refused }) => refused === null && action.startsWith('request-'))
  return (
    <>
      <div className="foot-buttons">
        {primary?.is === 'dispatch-to' ? (
          <Button look="primary" disabled={busy} onClick={() => onDispatch(primary.crew.crewId)}>
            {t('dispatch.case.dispatchTo', { crew: briefName(primary.crew.name) })} <Kbd>D</Kbd>
          </Button>
        ) : primary ? (
          <Button look="primary" disabled={busy} onClick={() => onChoose({ action: primary.action })}>
            {t(`caseAction.${primary.action}`)}
          </Button>
        ) : null}
        {beside.map(offer)}
        {more.length > 0 ? (
          <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'dispatch.case.less' : 'dispatch.case.more')}
          </Button>
        ) : null}
      </div>
      {open ? <div className="foot-buttons">{more.map(offer)}</div> : null}
      <p className="case-hint">
        {asks ? `${t('dispatch.case.approval')} ` : ''}
        {joinReasons(reasons)
          .map(({ acts, why }) => t('dispatch.case.why', { act: acts.join(t('dispatch.case.and')), why }))
          .join(' ')}
      </p>
    </>
  )
}
