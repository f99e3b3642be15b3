import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../api.ts'
import { Notice } from '../ui/Notice.tsx'

const KNOWN = [
  'unreachable',
  'unknown-layer',
  'unknown-asset',
  'unknown-status',
  'starting',
  'timed-out',
  'fault',
] as const

/** Why something failed and what to do, by the code of the problem. */
export function useFaultWords(): (fault: Error) => string {
  const { t } = useTranslation()
  return (fault) => {
    const problem = fault instanceof Refusal ? fault.problem : undefined
    const code = KNOWN.find((each) => each === problem?.code)
    return code ? t(`fault.${code}`) : t('fault.unexpected', { detail: problem?.detail ?? fault.message })
  }
}

/** A refusal of the server in words: what failed, what to do, and the id under which the log tells more. */
export function Fault({ fault, title, children }: { fault: Error; title: string; children?: ReactNode }) {
  const words = useFaultWords()
  return (
    <Notice title={title} id={fault instanceof Refusal ? fault.problem.id || undefined : undefined}>
      <p>{words(fault)}</p>
      {children}
    </Notice>
  )
}
