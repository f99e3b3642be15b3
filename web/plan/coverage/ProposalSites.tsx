import { useTranslation } from 'react-i18next'
import type { ProposalResult } from '../../../server/contract/coverage.ts'
import { number } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import { useCoverage } from './coverage-desk.tsx'

interface ProposalSitesProps {
  result: ProposalResult
  goal: 'close' | 'budget'
}

const percent = (share: number): string => number(share * 100, 1)

/** The sites that were found, best first, and in words how far that is from the best there can be. */
export function ProposalSites({ result, goal }: ProposalSitesProps) {
  const { t } = useTranslation()
  const { set, draft, proposal, setFocus } = useCoverage()
  const { sites, method, proved, gapToBound, guarantee, before, after, bound, gain } = result
  const unit = result.unit === 'metres' ? 'm' : t('coverage.unit.people')
  const keep = (): void => {
    if (!set) return
    draft.edit(sites.map(({ geometry }) => ({ do: 'add', layer: set.layer, at: geometry.coordinates })))
    proposal.clear()
  }
  const how = proved
    ? t(goal === 'close' ? 'coverage.propose.provedFewest' : 'coverage.propose.provedBest')
    : t('coverage.propose.bound', { share: percent(gapToBound), gain: number(gain), bound: number(bound), unit })
  return (
    <div className="proposal-result">
      <p className="proposal-figure">
        <b>{number(sites.length)}</b> <small>{t('coverage.propose.unit')}</small>
        <span>
          {number(before)} → {number(after)} {unit}
        </span>
      </p>
      <p>
        {t(`coverage.propose.method.${method}`)} {how}
        {!proved && guarantee > 0 && guarantee < 1
          ? ` ${t('coverage.propose.guarantee', { share: percent(guarantee) })}`
          : ''}
      </p>
      <p className="proposal-acts">
        <Button small look="primary" disabled={sites.length === 0 || draft.draft?.mine === false} onClick={keep}>
          {t('coverage.propose.keep', { n: number(sites.length) })}
        </Button>
        <Button small onClick={proposal.clear}>
          {t('coverage.propose.clear')}
        </Button>
      </p>
      <table className="coverage-rows">
        <tbody>
          {sites.slice(0, 100).map(({ id, geometry, properties }) => (
            <tr key={id}>
              <td className="coverage-rank">{properties.number}</td>
              <td>
                <button type="button" onClick={() => setFocus([geometry.coordinates])}>
                  <b>{properties.road}</b>
                  <span>{t(`coverage.side.${properties.side}`)}</span>
                </button>
              </td>
              <td className="is-number">
                +{number(properties.gain)} {unit}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sites.length > 100 ? <p>{t('coverage.propose.more', { n: number(sites.length - 100) })}</p> : null}
    </div>
  )
}
