import type { Limit } from './clock.ts'
import type { Text } from './layer.ts'
import type { Reckoned, ReckoningStep } from './reckon-deadline.ts'
import { dateOf, placeInTime } from './working-time.ts'

const UNITS: Record<Limit['unit'], { zh: string; en: readonly [one: string, many: string] }> = {
  minute: { zh: '分钟', en: ['minute', 'minutes'] },
  hour: { zh: '小时', en: ['hour', 'hours'] },
  'work-hour': { zh: '工作时', en: ['working hour', 'working hours'] },
  'work-day': { zh: '工作日', en: ['working day', 'working days'] },
}
const WEEKDAYS = { zh: '日一二三四五六', en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] }

/** A reckoning in words, in both languages: an admin's trial of a rule and the case's own page say it alike. */
export function reckoningWords(limit: Limit, from: string, reckoned: Reckoned): Text {
  const { steps, dueAt, beyondCalendar } = reckoned
  const zh = [
    `从 ${moment(from, 'zh')} 起 ${limitWords(limit).zh}`,
    ...steps.map(stepZh),
    `到 ${moment(dueAt, 'zh')} 为止`,
    ...(beyondCalendar ? ['尚无该年放假安排，按周一至周五上班推算'] : []),
  ]
  const en = [
    `${limitWords(limit).en} from ${moment(from, 'en')}`,
    ...steps.map(stepEn),
    `due ${moment(dueAt, 'en')}`,
    ...(beyondCalendar ? ['the holidays of that year are not known yet: Monday to Friday is assumed'] : []),
  ]
  return { zh: `${zh.join('；')}。`, en: `${en.join('; ')}.` }
}

export function limitWords({ value, unit }: Limit): Text {
  const { zh, en } = UNITS[unit]
  return { zh: `${value} ${zh}`, en: `${value} ${value === 1 ? en[0] : en[1]}` }
}

const stepZh = (step: ReckoningStep): string => {
  if (step.kind === 'clock') return `连续计时 ${durationZh(step.minutes)}`
  const when = daysOf(step, 'zh')
  if (step.kind === 'weekend') return `${when} 周末，不计`
  if (step.kind === 'holiday') return `${when} ${step.name?.zh ?? '节假日'}放假，不计`
  const day = step.kind === 'shift' ? when.replace(/）$/, `·${step.name?.zh ?? ''}调休上班）`) : when
  return `${day} ${step.days > 1 ? `共 ${step.days} 天 ` : ''}${durationZh(step.minutes)}`
}

const stepEn = (step: ReckoningStep): string => {
  if (step.kind === 'clock') return `${durationEn(step.minutes)} around the clock`
  const when = daysOf(step, 'en')
  if (step.kind === 'weekend') return `${when} weekend, not counted`
  if (step.kind === 'holiday') return `${when} ${step.name?.en ?? 'holiday'}, not counted`
  const shift = step.kind === 'shift' ? ` (worked in place of a day off at ${step.name?.en ?? 'a holiday'})` : ''
  return `${when}${shift} ${step.days > 1 ? `${step.days} days, ` : ''}${durationEn(step.minutes)}`
}

function daysOf({ from, to }: ReckoningStep, language: 'zh' | 'en'): string {
  if (from === to) return dayWords(from, language)
  return `${dayWords(from, language)}${language === 'zh' ? '至' : ' to '}${dayWords(to, language)}`
}

/** 9月29日（周日）, Sun 2024-09-29. */
function dayWords(date: string, language: 'zh' | 'en'): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  if (language === 'en') return `${WEEKDAYS.en[weekday] ?? ''} ${date}`
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日（周${WEEKDAYS.zh[weekday] ?? ''}）`
}

function moment(instant: string, language: 'zh' | 'en'): string {
  const { day, msOfDay } = placeInTime(instant)
  const date = dateOf(day)
  const minutes = Math.floor(msOfDay / 60_000)
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return `${language === 'zh' ? `${date.slice(0, 4)}年` : ''}${dayWords(date, language)} ${time}`
}

const parts = (minutes: number): { hours: number; rest: number } => ({
  hours: Math.floor(minutes / 60),
  rest: Math.round((minutes % 60) * 100) / 100,
})

function durationZh(minutes: number): string {
  const { hours, rest } = parts(minutes)
  if (hours === 0) return `${rest} 分`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
}

function durationEn(minutes: number): string {
  const { hours, rest } = parts(minutes)
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}
