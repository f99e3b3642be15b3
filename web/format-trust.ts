import type { TFunction } from 'i18next'
import type { AssetTrust, LastSeen } from '../server/contract/trust.ts'
import { dayOf, moment, number } from './format.ts'

interface TrustFact {
  id: 'age' | 'source' | 'accuracy' | 'seen'
  name: string
  value: string
  /** What the value rests on. */
  note?: string
}

/** The four facts that say how far a thing's data can be relied on (N15). What nobody knows is said in words. */
export function trustFacts(of: AssetTrust, t: TFunction): TrustFact[] {
  const { ageDays, changedAt, source, sourceKind, accuracy, lastSeen } = of
  const seen = lastSeen && seenWords(lastSeen, of.asOf, t)
  return [
    {
      ...{ id: 'age', name: t('trust.age') },
      value: ageDays === 0 ? t('trust.today') : t('trust.days', { n: number(ageDays) }),
      note: t('trust.changed', { day: dayOf(changedAt) }),
    },
    { id: 'source', name: t('trust.source'), value: t(`trust.source.${sourceKind}`), note: source },
    {
      ...{ id: 'accuracy', name: t('trust.accuracy') },
      value: accuracy === null ? t('trust.ungraded') : t(`trust.grade.${accuracy}`),
    },
    { id: 'seen', name: t('trust.seen'), value: seen?.who ?? t('trust.unseen'), ...(seen ? { note: seen.what } : {}) },
  ]
}

function seenWords({ at, by, how, caseNumber }: LastSeen, asOf: string, t: TFunction): { who: string; what: string } {
  const what = [moment(at, Date.parse(asOf)), t(`trust.how.${how}`), caseNumber ?? '']
  return { who: by ?? t(`trust.who.${how}`), what: what.filter(Boolean).join(' · ') }
}
