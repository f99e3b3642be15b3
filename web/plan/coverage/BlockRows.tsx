import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import { useCoverage } from './coverage-desk.tsx'
import { shownBlocks } from './list-rows.ts'
import { RankTable } from './RankTable.tsx'

const PAGE = 60

/** Unit grids from which it is too far: the most people first. */
export function BlockRows() {
  const { t } = useTranslation()
  const { look, search, change, setFocus } = useCoverage()
  const [most, setMost] = useState(PAGE)
  if (!look.look) return null
  const rows = shownBlocks(look.look.blocks, search)
  if (rows.length === 0) return <p className="coverage-none">{t('coverage.noBlocks')}</p>
  return (
    <>
      <RankTable isTall heads={[t('coverage.column.block'), t('coverage.column.people')]}>
        {rows.slice(0, most).map(({ id, geometry, properties }, i) => (
          <tr key={id} className={id === search.at ? 'is-chosen' : undefined}>
            <td className="coverage-rank">{i + 1}</td>
            <td>
              <button
                type="button"
                aria-pressed={id === search.at}
                onClick={() => {
                  change({ at: id === search.at ? undefined : id })
                  if (id !== search.at) setFocus([geometry.coordinates])
                }}
              >
                <b>{properties.name}</b>
                <span>
                  {properties.metres === null
                    ? t('coverage.noWay', { max: number(properties.maxMetres * 3) })
                    : t('coverage.nearest', { n: number(properties.metres) })}
                </span>
              </button>
            </td>
            <td className="is-number">
              {number(properties.population)} {t('coverage.unit.people')}
            </td>
          </tr>
        ))}
      </RankTable>
      {rows.length > most ? (
        <Button small onClick={() => setMost(most + PAGE)}>
          {t('coverage.more', { n: number(rows.length - most) })}
        </Button>
      ) : null}
    </>
  )
}
