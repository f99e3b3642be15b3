import '../../i18n/dispatch-words.ts'
import '../../case/inks.css'
import '../../case/duplicates.css'
import '../../case/parts.css'
import '../../case/photos/photos.css'
import '../../case/act/act.css'
import './case-panel.css'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Recommendation } from '../../../server/contract/recommendation.ts'
import { Refusal } from '../../api.ts'
import type { CaseCard } from '../../api-cases.ts'
import type { Chosen } from '../../case/act/use-actions.ts'
import { CaseClocks } from '../../case/CaseClocks.tsx'
import { CircuitCases } from '../../case/circuit/CircuitCases.tsx'
import { JoinCircuit } from '../../case/circuit/JoinCircuit.tsx'
import { Duplicates } from '../../case/Duplicates.tsx'
import { useCase, useLiveCases } from '../../case/queries.ts'
import { RequestNote } from '../../case/RequestNote.tsx'
import { Timeline } from '../../case/Timeline.tsx'
import { useRecommendation, wantsCrew } from '../../case/use-recommendation.ts'
import { useNow } from '../../console/use-now.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { CaseCrews } from './CaseCrews.tsx'
import { CaseFoot } from './CaseFoot.tsx'
import { NearbySame } from './NearbySame.tsx'
import { PanelFacts } from './PanelFacts.tsx'
import { PanelHead } from './PanelHead.tsx'
import { PanelPhotos } from './PanelPhotos.tsx'

interface DeskCasePanelProps {
  id: string
  /** Undefined while it is asked for, and where nobody is to be sent. */
  recommendation: Recommendation | undefined
  onDispatch: (caseIds: string[], crewId: string) => void
  onClose: () => void
  onShowCase: (id: string) => void
}

/** The case that is open on the desk: what it is, how long there is, who could go, what one can do. */
export function DeskCasePanel(props: DeskCasePanelProps) {
  const { t } = useTranslation()
  const { id, onClose } = props
  const { data: card, error } = useCase(id)
  useLiveCases((changed) => changed === card?.id)
  if (card) return <OpenCase key={card.id} card={card} fault={error} {...props} />
  const absent = error instanceof Refusal && error.problem.status === 404
  return (
    <aside className="desk-case" aria-label={t('dispatch.case.panel')}>
      <div className="desk-case-scroll">
        {error ? (
          <Refused fault={error} title={t(absent ? 'dispatch.case.gone' : 'dispatch.case.failed')}>
            <Button small onClick={onClose}>
              {t('dispatch.case.close')}
            </Button>
          </Refused>
        ) : (
          <Hairlines rows={10} label={t('page.loading')} />
        )}
      </div>
    </aside>
  )
}

function OpenCase({
  card,
  fault,
  recommendation,
  onDispatch,
  onClose,
  onShowCase,
}: DeskCasePanelProps & { card: CaseCard; fault: Error | null }) {
  const { t } = useTranslation()
  const now = useNow(5_000)
  const [chosen, setChosen] = useState<Chosen>()
  // A form for what the case has left behind would only be refused.
  const { status } = card
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of the status that counts
  useEffect(() => setChosen(undefined), [status])
  const own = recommendation?.caseId === card.id ? recommendation : undefined
  const ranked = own?.ranked ?? []
  const { fault: unranked } = useRecommendation(card)
  const free = (action: 'dispatch' | 'reassign'): boolean =>
    card.allowed.some((one) => one.action === action && one.refused === null)
  const verb = free('dispatch') ? 'dispatch' : free('reassign') ? 'reassign' : undefined
  const act = verb && {
    name: t(`caseAction.${verb}`),
    onAct: (crewId: string) => onDispatch([card.id], crewId),
  }
  return (
    <aside className="desk-case" aria-label={t('dispatch.case.panel')}>
      <div className="desk-case-scroll">
        {fault ? <Refused fault={fault} title={t('case.stale')} /> : null}
        <PanelHead card={card} now={now} onClose={onClose} onShowCase={onShowCase} />
        <CaseClocks card={card} now={now} />
        <RequestNote card={card} now={now} />
        <PanelFacts card={card} onShowCase={onShowCase} />
        <PanelPhotos card={card} now={now} />
        <Timeline card={card} now={now} />
        {wantsCrew(card.status) && (own || unranked || act) ? (
          <CaseCrews recommendation={own} fault={unranked} holds={card.crewId} now={now} act={act} />
        ) : null}
        <NearbySame
          card={card}
          best={ranked[0]}
          mayDispatch={free('dispatch')}
          onDispatch={onDispatch}
          onShowCase={onShowCase}
        />
        <CircuitCases card={card} />
        <JoinCircuit card={card} onJoined={({ id }) => onShowCase(id)} />
        <Duplicates
          card={card}
          onMerge={(into) => setChosen({ action: 'merge', into })}
          onShow={({ id }) => onShowCase(id)}
        />
      </div>
      <CaseFoot card={card} ranked={ranked} chosen={chosen} onChoose={setChosen} onDispatch={onDispatch} />
    </aside>
  )
}
