import { useTranslation } from 'react-i18next'
import type { Clock } from '../../../server/contract/clock.ts'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import { isWorking, leftWords } from '../../case/clock-words.ts'
import { useCrewName, useUnitName, useWorkCalendar } from '../../case/queries.ts'
import { briefName } from '../case/brief-name.ts'

/** The words of a row. */
export interface RowWords {
  /** How long there is, in words. */
  left: (of: DeskCase, clock: Clock | undefined, now: number) => string
  source: (of: DeskCase) => string
  /** Who has it, or what it waits for. */
  owner: (of: DeskCase) => string
}

export function useRowWords(): RowWords {
  const { t } = useTranslation()
  const crewName = useCrewName()
  const unitName = useUnitName()
  const calendar = useWorkCalendar()
  return {
    left: ({ clocks }, clock, now) => {
      if (clock?.dueAt != null)
        return leftWords(Date.parse(clock.dueAt), now, { inWorkingTime: isWorking(clock), calendar })
      return t(clocks.some(({ pausedAt }) => pausedAt !== null) ? 'clock.stands' : 'cases.noClock')
    },
    source: ({ source, reports }) =>
      reports > 1 ? t('desk.reports', { source: t(`source.${source}`), n: reports }) : t(`source.${source}`),
    owner: ({ status, crewId, owner, reworks, sendBacks, request }) => {
      if (request) return t('desk.asks', { what: t(`caseAction.request-${request}`) })
      const name = crewName(crewId)
      const crew = name && briefName(name)
      if (crew) return reworks > 0 ? t('desk.reworked', { crew, n: reworks }) : crew
      const unit = unitName(owner?.unit)
      const stands = t(`caseStatus.${status}`)
      if (sendBacks > 0 && status === 'filed') return t('desk.sentBack', { stands, n: sendBacks })
      return unit && status !== 'filed' ? `${stands} ${unit}` : stands
    },
  }
}
