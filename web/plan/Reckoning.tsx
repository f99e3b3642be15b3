import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { WithAge } from '../console/WithAge.tsx'
import { Button } from '../ui/Button.tsx'
import type { Reckoned } from './use-reckoned.ts'
import { Waiting } from './Waiting.tsx'

interface ReckoningProps<Answer> {
  of: Reckoned<Answer>
  /** What could not be read, in words. */
  title: string
  children: (answer: Answer) => ReactNode
}

/** An answer with all that comes before it: how far it is, that it was ended, that it was refused. What was there before stays, in grey. */
export function Reckoning<Answer>({ of, title, children }: ReckoningProps<Answer>) {
  const { t } = useTranslation()
  const { query, word, isWaiting, isPassing, isStopped, stop, again } = of
  return (
    <>
      <Waiting on={isWaiting} title={t('plan.reckoning')} word={word} onStop={stop} />
      {isStopped ? <Stopped kept={query.data !== undefined} onAgain={again} /> : null}
      {isStopped && query.data === undefined ? null : (
        <div className={`plan-answer ${isPassing ? 'is-passing' : ''}`} aria-busy={isWaiting}>
          <WithAge of={query} title={title}>
            {children}
          </WithAge>
        </div>
      )}
    </>
  )
}

/** `kept`: what stands below is of the question before. */
export function Stopped({ kept = false, onAgain }: { kept?: boolean; onAgain: () => void }) {
  const { t } = useTranslation()
  return (
    <p className="plan-waiting" role="status">
      {t(kept ? 'plan.stoppedKept' : 'plan.stopped')}
      <Button small onClick={onAgain}>
        {t('plan.again')}
      </Button>
    </p>
  )
}
