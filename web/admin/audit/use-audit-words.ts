import { useTranslation } from 'react-i18next'
import { texts } from '../../i18n/i18n.ts'
import { useStepWords } from '../../refused.tsx'

/** A row of the log in words: what was done, and to what kind of thing. A word that a newer server writes stands as it is. */
export function useAuditWords(): { did: (kind: string) => string; of: (entity: string) => string } {
  const { t } = useTranslation()
  const stepWords = useStepWords()
  const known = (key: string, or: () => string): string => (texts.exists(key) ? t(key as 'audit.about') : or())
  return {
    did: (kind) => known(`audited.${kind}`, () => stepWords(kind)),
    of: (entity) => known(`auditOf.${entity}`, () => entity),
  }
}
