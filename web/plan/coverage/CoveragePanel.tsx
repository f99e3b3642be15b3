import { useTranslation } from 'react-i18next'
import { clock, number } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { Stopped } from '../Reckoning.tsx'
import { CoverageFigures } from './CoverageFigures.tsx'
import { CoverageList } from './CoverageList.tsx'
import { useCoverage } from './coverage-desk.tsx'
import { JobFailed } from './follow-job.ts'
import { JobBar } from './JobBar.tsx'
import { QualityFields } from './QualityFields.tsx'
import { StandardBox } from './StandardBox.tsx'
import { useBaseWords } from './use-base-words.ts'
import { useLayerWords } from './use-layer-words.ts'

/** By which standard, what it comes to, and where: the longest gap first. */
export function CoveragePanel() {
  const { t } = useTranslation()
  const { set, fault, look, summary } = useCoverage()
  const baseWords = useBaseWords()
  const { unit } = useLayerWords(set?.layer)
  if (fault && !set) return <Refused fault={fault} title={t('coverage.setsFailed')} />
  if (!set) return <Hairlines rows={8} label={t('coverage.reading')} />
  return (
    <div className="coverage">
      <StandardBox set={set} />
      <QualityFields />
      {look.progress ? (
        <JobBar
          progress={look.progress}
          title={t('coverage.looking')}
          stop={look.stop}
          stopWords={t('coverage.stop')}
        />
      ) : null}
      {look.fault ? (
        <Refused
          fault={look.fault}
          title={t(look.fault instanceof JobFailed ? 'coverage.lookFailed' : 'coverage.lookRefused')}
        >
          <Button small onClick={look.again}>
            {t('connection.retry')}
          </Button>
        </Refused>
      ) : null}
      {look.isStopped ? <Stopped onAgain={look.again} /> : null}
      {summary && look.look ? (
        <>
          <CoverageFigures summary={summary} />
          <CoverageList key={set.id} />
          <p className="coverage-base">
            {[
              baseWords(summary),
              t('coverage.base.things', { time: clock(look.look.run.at), n: number(summary.things), thing: unit }),
              summary.closerPairs ? t('coverage.base.closer', { n: number(summary.closerPairs) }) : '',
            ].join('')}
          </p>
        </>
      ) : look.progress ? (
        <Hairlines rows={8} label={t('coverage.looking')} />
      ) : null}
    </div>
  )
}
