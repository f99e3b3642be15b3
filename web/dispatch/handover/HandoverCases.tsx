import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { HandoverCase } from '../../../server/contract/handover.ts'
import { useCrewName } from '../../case/queries.ts'
import { clock, dayOf, timeLeft } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'

/** Cases as they stood when they were listed; a number leads to the case as it stands now. */
export function HandoverCases({ cases, none }: { cases: readonly HandoverCase[]; none: string }) {
  const { t } = useTranslation()
  const crewName = useCrewName()
  if (cases.length === 0) return <p>{none}</p>
  return (
    <table className="handover-cases">
      <thead>
        <tr>
          <th scope="col">{t('handover.number')}</th>
          <th scope="col">{t('handover.problem')}</th>
          <th scope="col">{t('handover.stands')}</th>
          <th scope="col">{t('handover.left')}</th>
          <th scope="col">{t('handover.due')}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((of) => (
          <tr key={of.id}>
            <td>
              <Link to="/cases/$number" params={{ number: of.number }}>
                {of.number}
              </Link>
            </td>
            <td>
              {of.problem} <small>{of.address}</small>
            </td>
            <td>
              {t(`caseStatus.${of.status}`)} <small>{crewName(of.crewId)}</small>
            </td>
            <td>
              <span className="mark-line">
                <StateMark state={of.light} size={12} />
                {of.minutesLeft === null ? t(`state.${of.light}`) : timeLeft(of.minutesLeft * 60)}
              </span>
            </td>
            <td>{of.dueAt === null ? null : `${dayOf(of.dueAt).slice(5)} ${clock(of.dueAt)}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
