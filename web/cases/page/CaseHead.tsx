import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { lightOfCase } from '../../../server/contract/case-light.ts'
import type { CaseCard } from '../../api-cases.ts'
import { clock, dayOf } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'

/** How it stands, what it is, where. */
export function CaseHead({ card, now }: { card: CaseCard; now: number }) {
  const { t } = useTranslation()
  const state = lightOfCase(card, now)
  const counts = [
    card.reworks > 0 ? t('cases.reworks', { n: card.reworks }) : undefined,
    card.sendBacks > 0 ? t('case.sentBack', { n: card.sendBacks }) : undefined,
    card.extensions > 0 ? t('case.extended', { n: card.extensions }) : undefined,
    card.reopenings > 0 ? t('case.reopened', { n: card.reopenings }) : undefined,
  ].filter((words) => words !== undefined)
  return (
    <header className="case-head">
      <nav className="case-crumb" aria-label={t('case.crumb')}>
        <Link to="/cases" search={{}}>
          {t('cases.title')}
        </Link>
        <span>{card.number}</span>
        <CopyButton text={location.href} label={t('card.copyLink')} done={t('card.copied')} />
      </nav>
      <p className="case-printed">{t('case.printed', { time: `${dayOf(now)} ${clock(now)}` })}</p>
      <p className="case-state">
        <StateMark state={state} size={18} />
        <b className={`ink-${state}`}>{t(`state.${state}`)}</b>
        <em>{t(`caseStatus.${card.status}`)}</em>
        {counts.map((words) => (
          <span key={words}>{words}</span>
        ))}
      </p>
      <h1>{card.problem}</h1>
      <p className="case-where">{card.address}</p>
      {card.parentId ? (
        <p className="case-merged">
          {t('case.partOf')}{' '}
          <Link to="/cases/$number" params={{ number: card.parentId }}>
            {t('case.theOther')}
          </Link>
        </p>
      ) : null}
      {card.mergedInto ? (
        <p className="case-merged">
          {t('case.mergedInto')}{' '}
          <Link to="/cases/$number" params={{ number: card.mergedInto }}>
            {t('case.theOther')}
          </Link>
        </p>
      ) : null}
    </header>
  )
}
