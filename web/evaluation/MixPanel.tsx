import { useTranslation } from 'react-i18next'
import { CaseMethod, CaseSource } from '../../server/contract/case.ts'
import type { Mix, Span } from '../api-evaluation.ts'
import { WithAge } from '../console/WithAge.tsx'
import { number } from '../format.ts'
import { percent } from './figures.ts'
import { MixBar } from './MixBar.tsx'
import { useMix } from './queries.ts'

/** 721, and what came in by which door. */
export function MixPanel({ span }: { span: Span }) {
  const { t } = useTranslation()
  const mix = useMix(span)
  return (
    <WithAge of={mix} title={t('rates.mixFailed')}>
      {({ methods, sources }) => (
        <div className="mix-panel">
          <section aria-labelledby="mix-title">
            <h2 id="mix-title">{t('rates.mix')}</h2>
            <p className="field-note">{t('rates.mixNote')}</p>
            <MixBar parts={CaseMethod.options.map((id) => ({ id, count: methods[id] ?? 0 }))} />
          </section>
          <section aria-labelledby="sources-title">
            <h2 id="sources-title">{t('rates.sources')}</h2>
            <p className="field-note">{t('rates.sourcesNote')}</p>
            {sources.length === 0 ? <p className="nothing">{t('rates.noSources')}</p> : <Sources of={sources} />}
          </section>
        </div>
      )}
    </WithAge>
  )
}

function Sources({ of }: { of: Mix['sources'] }) {
  const { t } = useTranslation()
  const most = Math.max(...of.map(({ received }) => received))
  return (
    <table className="sources">
      <thead>
        <tr>
          <th scope="col">{t('rateBy.source')}</th>
          <th scope="col">{t('rates.receivedHead')}</th>
          <th scope="col">{t('rates.closedHead')}</th>
          <th scope="col">{t('rates.closingRate')}</th>
        </tr>
      </thead>
      <tbody>
        {[...of]
          .sort((one, other) => other.received - one.received)
          .map(({ source, received, closed }) => {
            const known = CaseSource.options.find((one) => one === source)
            return (
              <tr key={source}>
                <th scope="row">{known ? t(`source.${known}`) : source}</th>
                <td>
                  <span className="source-bar" style={{ width: `${(received / most) * 100}%` }} />
                  {number(received)}
                </td>
                <td>{number(closed)}</td>
                <td>{percent(closed / received)}</td>
              </tr>
            )
          })}
      </tbody>
    </table>
  )
}
