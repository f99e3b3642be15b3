import { useTranslation } from 'react-i18next'
import { isOpen } from '../../server/contract/case.ts'
import { limitWords } from '../../server/contract/reckoning-words.ts'
import type { CaseCard, CaseStep } from '../api-cases.ts'
import { moment } from '../format.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { Refused, useStepWords } from '../refused.tsx'
import { useCrewName, useTimeline } from './queries.ts'
import { useStageWords } from './use-stage-words.ts'

/** Every step out of the log, the oldest first, ending in now. */
export function Timeline({ card, now }: { card: CaseCard; now: number }) {
  const { t } = useTranslation()
  const { data, error } = useTimeline(card.number)
  return (
    <section className="timeline">
      <h2>{t('case.timeline')}</h2>
      {error ? <Refused fault={error} title={t('case.timelineFailed')} /> : null}
      <ol>
        {data?.map((step) => (
          <Step key={step.seq} step={step} card={card} now={now} />
        ))}
        {isOpen(card) ? (
          <li className="is-now">
            <time>{t('case.now')}</time>
            <p>{t('case.awaits', { status: t(`caseStatus.${card.status}`) })}</p>
          </li>
        ) : null}
      </ol>
    </section>
  )
}

function Step({ step, card, now }: { step: CaseStep; card: CaseCard; now: number }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const stepWords = useStepWords()
  const stageWords = useStageWords(card)
  const crewName = useCrewName()
  const toCrew = step.kind === 'case-dispatched' || step.kind === 'case-reassigned' ? crewName(step.crewId) : undefined
  const clocks = step.clocks.flatMap(({ before, after }) => {
    if (!after) return []
    const name = stageWords(after.stage)
    if (!before) return t('clock.begins', { name, limit: limitWords(after.limit)[language] })
    if (after.pausedAt !== null && before.pausedAt === null) return t('clock.pauses', { name })
    if (after.endedAt === null && after.dueAt !== null && after.dueAt !== before.dueAt)
      return t('clock.nowDue', { name, time: moment(after.dueAt, now) })
    return []
  })
  return (
    <li>
      <time dateTime={step.at}>{moment(step.at, now)}</time>
      <div>
        <p>
          <b className="timeline-did">{stepWords(step.kind)}</b> {toCrew ? <span>{toCrew}</span> : null}
          <span>{step.by ?? ''}</span>
          {step.from !== null && step.from !== step.to ? <small>{t(`caseStatus.${step.to}`)}</small> : null}
        </p>
        {step.reason ? <q>{step.reason}</q> : null}
        {clocks.length > 0 ? <small>{clocks.join(t('case.and'))}</small> : null}
      </div>
    </li>
  )
}
