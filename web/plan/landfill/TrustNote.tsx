import { useTranslation } from 'react-i18next'
import type { LandfillOutlook } from '../../../server/contract/landfill.ts'
import { number } from '../../format.ts'

/** By which method it is foretold, and how often that held on this landfill's own past: in words. */
export function TrustNote({ outlook: { foresight, backtest, surveys } }: { outlook: LandfillOutlook }) {
  const { t } = useTranslation()
  const { tries, held, heldPercent, meanErrorM3, meanErrorPercent } = backtest
  return (
    <section>
      <h3 className="up-h3">{t('landfill.trust')}</h3>
      {foresight ? (
        <p className="up-text">{t(`landfill.method.${foresight.method}`, { n: number(surveys.length) })}</p>
      ) : null}
      <p className="up-text">
        {tries === 0 || heldPercent === null
          ? t('landfill.noBacktest')
          : t('landfill.backtest', {
              tries: number(tries),
              held: number(held),
              percent: number(heldPercent),
              error: meanErrorM3 === null ? '—' : number(meanErrorM3),
              share: meanErrorPercent === null ? '—' : number(meanErrorPercent, 1),
            })}
      </p>
    </section>
  )
}
