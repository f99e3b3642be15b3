import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../api.ts'
import { clock, duration } from '../format.ts'
import { Button } from '../ui/Button.tsx'
import { useFaultWords } from './Fault.tsx'
import { RETRY_EVERY_MS } from './queries.ts'

interface ConnectionBarProps {
  fault: Error
  /** Unix ms of the last good answer; 0 when there was none yet. */
  goodAt: number
  /** Unix ms of the last failure. */
  failedAt: number
  onRetry: () => void
}

/** The server does not answer: how old the picture is, what still works, when the next try is. */
export function ConnectionBar({ fault, goodAt, failedAt, onRetry }: ConnectionBarProps) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const left = Math.max(0, Math.ceil((failedAt + RETRY_EVERY_MS - now) / 1000))
  const silent = !(fault instanceof Refusal) || fault.problem.code === 'unreachable'
  return (
    <div className="connection" role="alert">
      <b>{silent ? t('connection.lost') : words(fault)}</b>
      <span>
        {goodAt > 0
          ? t('connection.picture', { time: clock(goodAt), age: duration((now - goodAt) / 1000) })
          : t('connection.none')}
      </span>
      {silent ? <span>{t('connection.do')}</span> : null}
      {/* Not announced every second. */}
      <span aria-hidden="true">{t('connection.next', { n: left })}</span>
      <Button small onClick={onRetry}>
        {t('connection.retry')}
      </Button>
    </div>
  )
}
