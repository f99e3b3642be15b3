import { useTranslation } from 'react-i18next'
import { texts } from '../../i18n/i18n.ts'
import { useStepWords } from '../../refused.tsx'

interface AuditWords {
  did: (kind: string) => string
  of: (entity: string) => string
  /** Who it was: of a system's part, its name. */
  by: (actor: string) => string
  /** Why, where the server says it in a word of its own. */
  why: (kind: string, reason: string | null) => string | null
}

/** A row of the log in words. A word that a newer server writes stands as it is. */
export function useAuditWords(): AuditWords {
  const { t } = useTranslation()
  const stepWords = useStepWords()
  const known = (key: string, or: () => string): string => (texts.exists(key) ? t(key as 'audit.about') : or())
  return {
    did: (kind) => known(`audited.${kind}`, () => stepWords(kind)),
    of: (entity) => known(`auditOf.${entity}`, () => entity),
    by: (actor) => known(`auditActor.${actor}`, () => actor),
    why: (kind, reason) =>
      reason !== null && kind === 'person-signed-in' ? known(`auditWhy.${reason}`, () => reason) : reason,
  }
}
