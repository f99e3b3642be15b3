import { useTranslation } from 'react-i18next'
import { duration, number } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import { useLighting } from './lighting-desk.tsx'
import { printPatrol } from './print-patrol.ts'

/** The roads as the round first comes by them, for the hand of whoever goes. */
export function PatrolRoads() {
  const { t } = useTranslation()
  const { patrol } = useLighting()
  const route = patrol.data?.route
  const vehicle = patrol.data?.asked.vehicle ?? 'car'
  if (!route)
    return (
      <div className="li-detail">
        <h2>{t('lighting.patrol.roads')}</h2>
        <p className="up-text">{t('lighting.patrol.roadsLater')}</p>
      </div>
    )
  const heads = [
    t('lighting.patrol.col.order'),
    t('lighting.patrol.col.road'),
    t('lighting.patrol.col.lamps'),
    t('lighting.patrol.col.metres'),
  ]
  const rows = route.rounds.map(({ roads }) =>
    roads.map(({ road, lamps, metres }, order) => [
      ...[String(order + 1), road || t('lighting.noRoad'), number(lamps), number(metres)],
    ]),
  )
  const sum = t('lighting.patrol.sum', {
    km: number(route.metres / 1_000, 1),
    time: duration(route.minutes * 60),
    by: t(`lighting.patrol.${vehicle}`),
  })
  return (
    <div className="li-detail">
      <h2 className="li-road-head">
        {t('lighting.patrol.roads')}
        <Button
          small
          onClick={() =>
            printPatrol({ title: t('lighting.patrol.sheet'), sum, heads, rows, tick: t('lighting.patrol.tick') })
          }
        >
          {t('lighting.patrol.print')}
        </Button>
      </h2>
      {rows.map((round, at) => (
        <section key={route.rounds[at]?.metres}>
          {rows.length > 1 ? (
            <h3 className="up-h3">
              {t('lighting.patrol.round', { n: at + 1 })}
              <span>{number((route.rounds[at]?.metres ?? 0) / 1_000, 1)} km</span>
            </h3>
          ) : null}
          <table className="up-table li-order">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {round.map((cells) => (
                <tr key={cells[0]}>
                  {cells.map((cell, column) => (
                    <td key={heads[column]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  )
}
