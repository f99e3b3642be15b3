import { useTranslation } from 'react-i18next'
import type { JobProgress } from '../../../server/contract/coverage.ts'
import { duration } from '../../format.ts'
import { texts } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { ShareBar } from '../ShareBar.tsx'

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
  return (
    <div className="plan-waiting">
      <p role="status">
        <b>{title}</b> {words}
        {elapsedMs >= 1000 ? ` · ${duration(elapsedMs / 1000)}` : ''}
      </p>
      <Button small onClick={stop}>
        {stopWords}
      </Button>
      <ShareBar name={title} share={share} />
    </div>
  )
}
