import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getAskProgress } from '../api-asks.ts'
import { duration } from '../format.ts'
import { Button } from '../ui/Button.tsx'
import { ShareBar } from './ShareBar.tsx'

interface WaitingProps {
  /** Something is being reckoned. */
  on: boolean
  title: string
  /** The word that it was asked with, by which the server says how far it is. */
  word?: string
  /** Absent: it cannot be ended. */
  onStop?: () => void
}

/** What takes less is there before one has read that it is awaited. */
const SHOWN_MS = 700
const LOOK_MS = 400

/** That an answer is awaited, for how long by now, how far it is where the server can say, and a way to end it. */
export function Waiting({ on, title, word, onStop }: WaitingProps) {
  const { t } = useTranslation()
  const [seconds, setSeconds] = useState<number>()
  useEffect(() => {
    if (!on) return
    const begun = performance.now()
    const tell = (): void => setSeconds(Math.floor((performance.now() - begun) / 1000))
    const first = setTimeout(tell, SHOWN_MS)
    const timer = setInterval(tell, 1000)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
      setSeconds(undefined)
    }
  }, [on])
  const isShown = on && seconds !== undefined
  const share = useShare(isShown ? word : undefined)
  if (!isShown) return null
  return (
    <div className="plan-waiting">
      <p>
        <b role="status">{title}</b>
        {seconds > 0 ? ` · ${duration(seconds)}` : ''}
      </p>
      {onStop ? (
        <Button small onClick={onStop}>
          {t('plan.stop')}
        </Button>
      ) : null}
      {share === undefined ? null : <ShareBar name={title} share={share} />}
    </div>
  )
}

/** Undefined while nobody asks or nobody knows. */
function useShare(word: string | undefined): number | undefined {
  const { data } = useQuery({
    queryKey: ['ask', word],
    queryFn: ({ signal }) => getAskProgress(word ?? '', signal),
    enabled: word !== undefined,
    ...{ refetchInterval: LOOK_MS, retry: false, gcTime: 0 },
  })
  return word === undefined ? undefined : (data?.share ?? undefined)
}
