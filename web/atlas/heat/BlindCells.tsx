import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LngLat } from '../../../server/contract/geo.ts'
import { type Days, dayText } from '../../charts/day-number.ts'
import { number } from '../../format.ts'
import type { CellReading } from '../../map/heat-cells.ts'
import { CELL_METRES } from '../../map/heat-cells.ts'
import { Button } from '../../ui/Button.tsx'
import { csvOf, download } from './write-csv.ts'

interface BlindCellsProps {
  cells: CellReading[]
  days: Days
  selected: LngLat | undefined
  filtered: boolean
  roadOf: (place: LngLat) => string | undefined
  onCell: (lngLat: LngLat) => void
}

const AT_FIRST = 30
const SQUARE_KILOMETRES = (CELL_METRES / 1000) ** 2

/** Where the public complained and nobody has been (P6). Counts of the cell itself, never the smoothed density: a visit next door is
 *  not a visit here. */
export function BlindCells({ cells, days, selected, filtered, roadOf, onCell }: BlindCellsProps) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const placeOf = (lngLat: LngLat): string => {
    const road = roadOf(lngLat)
    return road ? t('blind.near', { road }) : t('blind.unnamed')
  }
  const write = (): void => {
    const heading = [
      t('blind.rank'),
      t('blind.place'),
      t('blind.complaints'),
      t('blind.rate'),
      t('blind.longitude'),
      t('blind.latitude'),
    ]
    const rows = cells.map(({ lngLat, complaints = 0, months }, i) => [
      i + 1,
      placeOf(lngLat),
      complaints,
      Number((complaints / SQUARE_KILOMETRES / months).toFixed(1)),
      Number(lngLat[0].toFixed(6)),
      Number(lngLat[1].toFixed(6)),
    ])
    const name = `${t('blind.file')}-${dayText(days.first)}-${dayText(days.last)}.csv`
    download(name, csvOf([heading, ...rows]), 'text/csv;charset=utf-8')
  }
  const isSelected = (place: LngLat): boolean =>
    selected !== undefined && Math.abs(selected[0] - place[0]) < 1e-5 && Math.abs(selected[1] - place[1]) < 1e-5
  return (
    <section className="blind" aria-label={t('blind.title')}>
      <header>
        <h3>{t('blind.title')}</h3>
        <span>{t('blind.count', { count: cells.length })}</span>
        <Button small disabled={cells.length === 0} onClick={write}>
          {t('blind.export')}
        </Button>
      </header>
      {filtered ? <p>{t('blind.filtered')}</p> : null}
      {cells.length === 0 ? <p>{t('blind.none')}</p> : null}
      <ol>
        {cells.slice(0, all ? cells.length : AT_FIRST).map(({ lngLat, complaints = 0 }, i) => (
          <li key={lngLat.join(',')}>
            <button
              type="button"
              className="blind-row"
              aria-pressed={isSelected(lngLat)}
              onClick={() => onCell(lngLat)}
            >
              <span>{i + 1}</span>
              <span className="legend-name">{placeOf(lngLat)}</span>
              <em>{t('blind.cases', { n: number(complaints) })}</em>
            </button>
          </li>
        ))}
      </ol>
      {!all && cells.length > AT_FIRST ? (
        <Button small look="quiet" onClick={() => setAll(true)}>
          {t('blind.showAll', { n: cells.length })}
        </Button>
      ) : null}
    </section>
  )
}
