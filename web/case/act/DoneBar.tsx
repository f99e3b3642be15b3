import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CASE_LIFE, type CaseAction } from '../../../server/contract/case-life.ts'
import { undo } from '../../api-cases.ts'
import { useRefusedWords, useStepWords } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'

export interface DoneStep {
  action: CaseAction
  number: string
  /** What takes it back; null where nothing does. */
  batch: string | null
  /** By performance.now(). */
  seenAt: number
}

/** The server takes a step back within a minute; a little less is promised, for the way there. */
const UNDO_MS = 55_000

/** What was just done, and the way back as long as there is one. */
export function DoneBar({ done, onGone }: { done: DoneStep; onGone: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const refusedWords = useRefusedWords()
  const stepWords = useStepWords()
  const [left, setLeft] = useState(UNDO_MS)
  useEffect(() => {
    const timer = setInterval(() => setLeft(UNDO_MS - (performance.now() - done.seenAt)), 1000)
    return () => clearInterval(timer)
  }, [done.seenAt])
  const undoing = useMutation({
    mutationFn: () => undo(done.batch ?? ''),
    onSuccess: ({ results }) => {
      if (results.every(({ refused }) => refused === null)) onGone()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['cases'] }),
  })
  const refused = undoing.data?.results.find((result) => result.refused)?.refused
  const why = undoing.isError ? refusedWords(undoing.error) : refused ? t('refused.moved-on') : undefined
  const did = stepWords(CASE_LIFE[done.action].kind)
  return (
    <p className="done-bar" role="status">
      <span>{why ?? t('act.done', { did })}</span>
      {done.batch !== null && left > 0 && !why ? (
        <Button small disabled={undoing.isPending} onClick={() => undoing.mutate()}>
          {t('act.undo', { n: Math.ceil(left / 1000) })}
        </Button>
      ) : null}
    </p>
  )
}
