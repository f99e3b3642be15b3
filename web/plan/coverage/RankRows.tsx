import { useTranslation } from 'react-i18next'
import type { CoverageRank } from '../../../server/contract/coverage.ts'
import { number } from '../../format.ts'
import { useCoverage } from './coverage-desk.tsx'
import { placesOf, shownBlocks, shownGaps, shownRanks } from './list-rows.ts'
import { RankTable } from './RankTable.tsx'

/** Roads, or responsibility grids, where most is missing first; one of them opens to its stretches. */
export function RankRows({ of }: { of: 'roads' | 'grids' }) {
  const { t } = useTranslation()
  const { look, set, summary, change, setFocus, gaps } = useCoverage()
  const result = look.look?.run.result
  if (!result || !set || !look.look) return null
  const rows = shownRanks(result[of], set.layer)
  const { blocks } = look.look
  const isService = summary?.kind === 'service'
  const open = ({ id }: CoverageRank): void => {
    const within = of === 'roads' ? { road: id, grid: undefined } : { road: undefined, grid: id }
    change({ ...within, list: undefined, at: undefined }, { step: true })
    setFocus(
      isService
        ? shownBlocks(blocks, within).map(({ geometry }) => geometry.coordinates)
        : placesOf(shownGaps(gaps.left, within)),
    )
  }
  if (rows.length === 0) return <p className="coverage-none">{t('coverage.noGaps')}</p>
  return (
    <RankTable
      heads={[
        t(of === 'roads' ? 'coverage.column.road' : 'coverage.column.grid'),
        t(isService ? 'coverage.column.people' : 'coverage.column.gap'),
      ]}
    >
      {rows.map((row, i) => (
        <tr key={row.id}>
          <td className="coverage-rank">{i + 1}</td>
          <td>
            <button type="button" onClick={() => open(row)}>
              <b>{row.name}</b>
              {isService ? null : (
                <span>
                  {t('coverage.rank.pass', {
                    n: number(row.gaps),
                    share: row.passShare === null ? '—' : number(row.passShare * 100, 1),
                  })}
                </span>
              )}
            </button>
          </td>
          <td className="is-number">
            {isService
              ? `${number(row.uncoveredPopulation)} ${t('coverage.unit.people')}`
              : `${number(row.gapMetres)} m`}
          </td>
        </tr>
      ))}
    </RankTable>
  )
}
