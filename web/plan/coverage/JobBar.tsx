import { useTranslation } from 'react-i18next'
import type { JobProgress } from '../../../server/contract/coverage.ts'
import { duration } from '../../format.ts'
import { texts } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'

interface JobBarProps {
  progress: JobProgress
  title: string
  stop: () => void
  stopWords: string
}

/** How far something is that is made behind the page, in words and as a bar; it can be ended. */
export function JobBar({ progress: { share, step, elapsedMs }, title, stop, stopWords }: JobBarProps) {
  const { t } = useTranslation()
  const key = `coverage.step.${step}` as 'coverage.step.read'
  const words: string = texts.exists(key) ? t(key) : t('coverage.step.rule')
  const percent = Math.round(share * 100)
  return (
    <div className="coverage-job">
      <p role="status">
        <b>{title}</b> {words}
        {elapsedMs >= 1000 ? ` · ${duration(elapsedMs / 1000)}` : ''}
      </p>
      <Button small onClick={stop}>
        {stopWords}
      </Button>
      <div
        className="coverage-progress"
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
    </div>
  )
}
