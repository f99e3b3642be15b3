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
type Known = (typeof KNOWN)[number]

const known = (code: string): Known | undefined => KNOWN.find((each) => each === code)

/** A refusal of the server in words: what failed, what to do, and the id under which the log tells more. */
export function Fault({ fault, title, children }: { fault: Error; title: string; children?: ReactNode }) {
  const { t } = useTranslation()
  const problem = fault instanceof Refusal ? fault.problem : undefined
  const code = problem && known(problem.code)
  const why = code ? t(`fault.${code}`) : t('fault.unexpected', { detail: problem?.detail ?? fault.message })
  return (
    <Notice title={title} id={problem?.id || undefined}>
      <p>{why}</p>
      {children}
    </Notice>
  )
}
