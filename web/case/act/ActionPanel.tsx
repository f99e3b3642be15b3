import './act.css'
import { useTranslation } from 'react-i18next'
import type { CaseAction } from '../../../server/contract/case-life.ts'
import type { CaseCard } from '../../api-cases.ts'
import { signInAddress } from '../../me/own-path.ts'
import { useActor } from '../../me/use-me.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { ActionForm } from './ActionForm.tsx'
import { ACTION_GROUPS, type ActionGroup, offersOf, primaryOf } from './action-groups.ts'
import { DoneBar } from './DoneBar.tsx'
import { type Chosen, useActions } from './use-actions.ts'
import { useWhyNot } from './use-why-not.ts'

interface ActionPanelProps {
  of: CaseCard
  /** Chosen elsewhere on the page, with what is known already: merge with that one. */
  chosen: Chosen | undefined
  onChoose: (chosen: Chosen | undefined) => void
}

/** What one may do to the case, in its place, with the reason beside what cannot be done now. */
export function ActionPanel({ of, chosen, onChoose }: ActionPanelProps) {
  const { t } = useTranslation()
  const actor = useActor()
  const { acting, choose, done, failed, forget } = useActions(of, onChoose)
  if (actor === null)
    return (
      <section className="acts">
        <h2>{t('act.title')}</h2>
        <p className="acts-none">
          {t('act.guest')} <a href={signInAddress(location.pathname)}>{t('me.signIn')}</a>
        </p>
      </section>
    )
  if (of.allowed.length === 0) return null
  const primary = primaryOf(of.allowed)
  return (
    <section className="acts">
      <h2>{t('act.title')}</h2>
      {done ? <DoneBar done={done} onGone={forget} /> : null}
      {acting.isError ? <Refused fault={acting.error} title={failed} /> : null}
      {chosen ? (
        <ActionForm
          key={`${chosen.action} ${chosen.into ?? ''}`}
          of={of}
          chosen={chosen}
          busy={acting.isPending}
          onAct={acting.mutate}
          onLeave={() => choose(undefined)}
        />
      ) : (
        (Object.keys(ACTION_GROUPS) as ActionGroup[]).map((group) => (
          <Offers key={group} group={group} of={of} primary={primary} busy={acting.isPending} onChoose={choose} />
        ))
      )}
    </section>
  )
}

interface OffersProps {
  group: ActionGroup
  of: CaseCard
  primary: CaseAction | undefined
  busy: boolean
  onChoose: (chosen: Chosen) => void
}

function Offers({ group, of, primary, busy, onChoose }: OffersProps) {
  const { t } = useTranslation()
  const whyNot = useWhyNot(of)
  const offers = offersOf(of.allowed, group)
  if (offers.length === 0) return null
  return (
    <ul className="offers" aria-label={t(`act.${group}`)}>
      {offers.map(({ action, refused }) => (
        <li key={action}>
          <Button
            look={action === primary ? 'primary' : 'plain'}
            disabled={refused !== null || busy}
            aria-describedby={`why-${action}`}
            onClick={() => onChoose({ action })}
          >
            {t(`caseAction.${action}`)}
          </Button>
          <span id={`why-${action}`} className={refused === null ? 'offer-hint' : 'offer-why'}>
            {refused === null ? t(`caseHint.${action}`) : whyNot(action, refused)}
          </span>
        </li>
      ))}
    </ul>
  )
}
