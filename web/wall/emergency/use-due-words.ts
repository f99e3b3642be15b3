import { useTranslation } from 'react-i18next'
import { clock, dayOf, moment } from '../../format.ts'

const DAY_MS = 86_400_000

/** 22:04, 明日 21:34; farther off and past as anywhere else. */
export function useDueWords(): (dueAt: string, now: number) => string {
  const { t } = useTranslation()
  return (dueAt, now) =>
    dayOf(dueAt) === dayOf(now + DAY_MS) ? t('alarmWall.tomorrow', { time: clock(dueAt) }) : moment(dueAt, now)
}
