import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { lightOfCase } from '../../../server/contract/case-light.ts'
import type { CaseCard } from '../../api-cases.ts'
import { useThing } from '../../case/queries.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { Button } from '../../ui/Button.tsx'

interface PanelHeadProps {
  card: CaseCard
  now: number
  onClose: () => void
  onShowCase: (id: string) => void
}

/** How it stands and its number; place and problem; where it lies. */
export function PanelHead({ card, now, onClose, onShowCase }: PanelHeadProps) {
  const { t } = useTranslation()
  const state = lightOfCase(card, now)
  const road = useThing(card.road)?.name
  const area = useThing(card.responsibilityGrid)?.name
  const [light, status] = [t(`state.${state}`), t(`caseStatus.${card.status}`)]
  const counts = [
    card.reworks > 0 ? t('cases.reworks', { n: card.reworks }) : undefined,
    card.sendBacks > 0 ? t('case.sentBack', { n: card.sendBacks }) : undefined,
    card.extensions > 0 ? t('case.extended', { n: card.extensions }) : undefined,
    card.reopenings > 0 ? t('case.reopened', { n: card.reopenings }) : undefined,
  ].filter((words) => words !== undefined)
  const { mergedInto, parentId } = card
  return (
    <header className="panel-head">
      <p className="panel-state">
        <StateMark state={state} size={16} />
        <b className={`ink-${state}`}>{light}</b>
        {status === light ? null : <span>{status}</span>}
        {counts.map((words) => (
          <span key={words}>{words}</span>
        ))}
        <Link to="/cases/$number" params={{ number: card.number }} title={t('dispatch.case.page')}>
          <code>{card.number}</code>
        </Link>
        <Button small look="quiet" aria-label={t('dispatch.case.close')} onClick={onClose}>
          ×
        </Button>
      </p>
      <h2>
        <span>{card.address}</span> <span>{card.problem}</span>
      </h2>
      <p className="panel-where">
        {road && !card.address.includes(road) ? <span>{road}</span> : null}
        {area ? <span>{area}</span> : null}
        {card.unitGrid ? <span>{t('dispatch.case.grid', { code: card.unitGrid.slice(-3) })}</span> : null}
      </p>
      {mergedInto || parentId ? (
        <p className="panel-where">
          {t(mergedInto ? 'case.mergedInto' : 'case.partOf')}{' '}
          <Button small look="quiet" onClick={() => onShowCase(mergedInto ?? parentId ?? '')}>
            {t('case.theOther')}
          </Button>
        </p>
      ) : null}
    </header>
  )
}
