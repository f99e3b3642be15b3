import { useTranslation } from 'react-i18next'
import type { DayPlan } from '../../../server/contract/day-plan.ts'
import { number } from '../../format.ts'
import { briefName } from '../case/brief-name.ts'

/** What a plan rests on: who was left out and why, how ways and work were reckoned. */
export function PlanNotes({ plan }: { plan: DayPlan }) {
  const { t } = useTranslation()
  const { excluded, travel, service } = plan
  return (
    <section className="day-notes">
      {excluded.length > 0 ? (
        <details>
          <summary>{t('day.excluded', { n: number(excluded.length) })}</summary>
          <ul>
            {excluded.map(({ crewId, name, code }) => (
              <li key={crewId} className="day-note-row">
                <span>{briefName(name)}</span> <small>{t(`crewOut.${code}`)}</small>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <p>{t(`dayTravel.${travel}`)}</p>
      {service.fromLog.length + service.byRule.length > 0 ? (
        <p>{t('day.service', { log: number(service.fromLog.length), rule: number(service.byRule.length) })}</p>
      ) : null}
    </section>
  )
}
