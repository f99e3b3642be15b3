import { useTranslation } from 'react-i18next'
import type { LngLat } from '../../../server/contract/geo.ts'
import { coordinates, number, signed } from '../../format.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Figures } from '../Figures.tsx'
import { Reckoning } from '../Reckoning.tsx'
import { useFocus } from '../ranked/focus.tsx'
import { RankedRows } from '../ranked/RankedRows.tsx'
import { useRoadNames } from '../ranked/use-road-names.ts'
import { useCatalogueWords } from '../use-catalogue-words.ts'
import { CELLS, cellId, LISTS, SPANS } from './parking-search.ts'
import { useParking } from './use-parking.ts'

/** 大车停放: bays against trucks that found none at night, and how yards are kept. */
export function ParkingPanel() {
  const { t } = useTranslation()
  const words = useCatalogueWords()
  const { goTo, goToBox } = useFocus()
  const roadOf = useRoadNames()
  const nameOf = (at: LngLat): string | undefined => {
    const road = roadOf(at)
    return road && t('parking.near', { road })
  }
  const { asked, change, balance, reckoned } = useParking()
  return (
    <div className="ranked parking">
      <div className="ranked-fields">
        <label className="ranked-select">
          {t('parking.span')}
          <select
            value={asked.days}
            onChange={({ target }) => change({ days: target.value === '90' ? undefined : target.value, at: undefined })}
          >
            {SPANS.map((days) => (
              <option key={days} value={days}>
                {t('parking.nights', { n: days })}
              </option>
            ))}
          </select>
        </label>
        <label className="ranked-select">
          {t('parking.cell')}
          <select
            value={asked.cellMetres ?? balance.data?.rules.cellMetres ?? 500}
            onChange={({ target }) => change({ cell: target.value, at: undefined })}
          >
            {CELLS.map((metres) => (
              <option key={metres} value={metres}>
                {metres} m
              </option>
            ))}
          </select>
        </label>
      </div>
      <Reckoning of={reckoned} title={t('parking.failed')}>
        {({ cells, yards, bays, cases, nights, cellMetres }) => (
          <>
            <Figures
              of={[
                {
                  ...{ id: 'short', name: t('parking.figure.short'), unit: t('parking.unitCells') },
                  value: number(cells.filter((one) => one.balance < 0).length),
                },
                { id: 'bays', name: t('parking.figure.bays'), value: number(bays), unit: t('parking.unitBays') },
                { id: 'cases', name: t('parking.figure.cases'), value: number(cases), unit: t('parking.unitCases') },
              ]}
            />
            <Choice
              label={t('parking.lists')}
              value={asked.list}
              options={LISTS.map((id) => ({ id, name: t(`parking.list.${id}`) }))}
              onChange={(list) => change({ list: list === 'cells' ? undefined : list, at: undefined })}
            />
            {asked.list === 'cells' ? (
              <RankedRows
                label={t('parking.list.cells')}
                heads={[t('parking.column.cell'), t('parking.column.balance')]}
                rows={cells.map((cell) => ({
                  ...{ id: cellId(cell), title: nameOf(cell.centre) ?? coordinates(cell.centre) },
                  note: t('parking.cellNote', { bays: number(cell.bays), cases: number(cell.cases) }),
                  ...{ figure: signed(cell.balance, 2), strong: cell.balance < 0 },
                }))}
                chosen={asked.at}
                onChoose={(id) => {
                  const cell = cells.find((one) => cellId(one) === id)
                  change({ at: id === asked.at ? undefined : id })
                  if (cell && id !== asked.at) goToBox(cell.bbox)
                }}
                none={t('parking.noCells')}
              />
            ) : (
              <RankedRows
                label={t('parking.list.yards')}
                heads={[t('parking.column.yard'), t('parking.column.score')]}
                rows={yards.map(({ id, name, status, bays: own, score }) => ({
                  ...{ id, title: name, figure: t('parking.points', { n: number(score) }) },
                  note: [
                    words.status('truck-parking', status).name,
                    own === null ? t('parking.baysUnknown') : t('parking.bays', { n: number(own) }),
                  ].join(' · '),
                }))}
                chosen={asked.at}
                onChoose={(id) => {
                  const yard = yards.find((one) => one.id === id)
                  change({ at: id === asked.at ? undefined : id })
                  if (yard && id !== asked.at) goTo(yard.location)
                }}
                none={t('parking.noYards')}
              />
            )}
            <p className="ranked-base">{t('parking.base', { nights: number(nights), cell: number(cellMetres) })}</p>
          </>
        )}
      </Reckoning>
    </div>
  )
}
