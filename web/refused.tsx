import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from './api.ts'
import { moment } from './format.ts'
import { texts } from './i18n/i18n.ts'
import { Notice } from './ui/Notice.tsx'

/** Why something was refused, by the code of the problem; of a code that has no words here, what the server says itself. */
export function useRefusedWords(): (fault: unknown) => string {
  const { t } = useTranslation()
  const stepWords = useStepWords()
  return (fault) => {
    if (!(fault instanceof Refusal)) return t('refused.fault')
    const { code, detail, last } = fault.problem
    if (last)
      return t('refused.last', { name: last.name, time: moment(last.at, Date.now()), did: stepWords(last.kind) })
    const key = `refused.${code}` as 'refused.fault'
    return texts.exists(key) ? t(key) : t('refused.other', { detail })
  }
}

/** A step of a case by the kind of its log row: `case-dispatched` is 派遣. */
export function useStepWords(): (kind: string) => string {
  const { t } = useTranslation()
  return (kind) => {
    const key = `caseStep.${kind}` as 'caseStep.case-received'
    return texts.exists(key) ? t(key) : kind
  }
}

/** What failed, why, and the id under which the server's log tells more. */
export function Refused({ fault, title, children }: { fault: unknown; title: string; children?: ReactNode }) {
  const words = useRefusedWords()
  return (
    <Notice title={title} id={fault instanceof Refusal ? fault.problem.id || undefined : undefined}>
      <p>{words(fault)}</p>
      {children}
    </Notice>
  )
}
