import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { duration } from '../format.ts'
import { Button } from '../ui/Button.tsx'

interface WaitingProps {
  /** Something is being reckoned. */
  on: boolean
  title: string
  /** Absent: it cannot be ended. */
  onStop?: () => void
}

/** What takes less is there before one has read that it is awaited. */
const SHOWN_MS = 700

/** That an answer is awaited, for how long by now, and a way to end it. */
export function Waiting({ on, title, onStop }: WaitingProps) {
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
  if (!on || seconds === undefined) return null
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
    </div>
  )
}
