import { useTranslation } from 'react-i18next'
import { type LeftCase, LeftReason } from '../../../server/contract/day-plan.ts'
import { moment, number } from '../../format.ts'

interface LeftCasesProps {
  left: readonly LeftCase[]
  now: number
  onShow: (id: string) => void
}

/** Those to whom nobody goes, together by the reason. */
export function LeftCases({ left, now, onShow }: LeftCasesProps) {
  const { t } = useTranslation()
  if (left.length === 0) return null
  const groups = LeftReason.options
    .map((reason) => ({ reason, cases: left.filter((one) => one.reason === reason) }))
    .filter(({ cases }) => cases.length > 0)
  return (
    <section className="day-left">
      <h3>{t('day.left', { n: number(left.length) })}</h3>
      {groups.map(({ reason, cases }) => (
        <details key={reason}>
          <summary>{t('day.leftWhy', { why: t(`dayLeft.${reason}`), n: number(cases.length) })}</summary>
          <ul>
            {cases.map(({ caseId, number: no, problem, dueAt }) => (
              <li key={caseId} className="day-item">
                <button type="button" className="day-press day-left-open" onClick={() => onShow(caseId)}>
                  <span>{problem}</span> <small>{no}</small>{' '}
                  <small>{dueAt ? t('day.due', { time: moment(dueAt, now) }) : t('day.noDue')}</small>
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}
