import '../../case/inks.css'
import '../../case/duplicates.css'
import './page.css'
import '../../case/parts.css'
import '../../case/photos/photos.css'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../../api.ts'
import type { CaseCard } from '../../api-cases.ts'
import { ActionPanel } from '../../case/act/ActionPanel.tsx'
import type { Chosen } from '../../case/act/use-actions.ts'
import { CaseClocks } from '../../case/CaseClocks.tsx'
import { CaseFacts } from '../../case/CaseFacts.tsx'
import { CasePlace } from '../../case/CasePlace.tsx'
import { CircuitCases } from '../../case/circuit/CircuitCases.tsx'
import { JoinCircuit } from '../../case/circuit/JoinCircuit.tsx'
import { Duplicates } from '../../case/Duplicates.tsx'
import { CasePhotos } from '../../case/photos/CasePhotos.tsx'
import { useCase, useLiveCases } from '../../case/queries.ts'
import { Reports } from '../../case/Reports.tsx'
import { RequestNote } from '../../case/RequestNote.tsx'
import { Timeline } from '../../case/Timeline.tsx'
import { useNow } from '../../console/use-now.ts'
import { Refused } from '../../refused.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { CaseHead } from './CaseHead.tsx'
import { useLightPrint } from './use-light-print.ts'

const route = getRouteApi('/desk/cases/$number')

/** One case: what is known of it on the left, what is to be done on the right. */
export function CasePage() {
  const { t } = useTranslation()
  const { number } = route.useParams()
  const { data: card, error } = useCase(number)
  useLiveCases((id) => id === card?.id)
  const navigate = useNavigate()
  // A link may name a case by its id; its number is what people say.
  const own = card?.number
  useEffect(() => {
    if (own !== undefined && own !== number)
      void navigate({ to: '/cases/$number', params: { number: own }, replace: true })
  }, [own, number, navigate])
  if (card) return <OpenCase key={card.id} card={card} fault={error} />
  if (!error) return <Hairlines rows={12} label={t('page.loading')} />
  const absent = error instanceof Refusal && error.problem.status === 404
  return (
    <div className="case-missing">
      <Refused fault={error} title={t(absent ? 'case.absent' : 'case.failed', { number })} />
      <Link to="/cases" search={{}}>
        {t('case.back')}
      </Link>
    </div>
  )
}

function OpenCase({ card, fault }: { card: CaseCard; fault: Error | null }) {
  const { t } = useTranslation()
  const now = useNow()
  const [chosen, setChosen] = useState<Chosen>()
  const navigate = useNavigate()
  const showParent = ({ number }: CaseCard): void => void navigate({ to: '/cases/$number', params: { number } })
  useLightPrint()
  return (
    <article className="case">
      <div className="case-main">
        {fault ? <Refused fault={fault} title={t('case.stale')} /> : null}
        <CaseHead card={card} now={now} />
        <CaseFacts card={card} />
        <CasePhotos card={card} />
        <CircuitCases card={card} />
        <Timeline card={card} now={now} />
      </div>
      <aside className="case-side" aria-label={t('case.side')}>
        <CaseClocks card={card} now={now} />
        <RequestNote card={card} now={now} />
        <ActionPanel of={card} chosen={chosen} onChoose={setChosen} />
        <CasePlace card={card} />
        <Reports card={card} />
        <JoinCircuit card={card} onJoined={showParent} />
        <Duplicates card={card} onMerge={(into) => setChosen({ action: 'merge', into })} />
      </aside>
    </article>
  )
}
