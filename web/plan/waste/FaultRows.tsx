import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { COLUMNS } from '../../i18n/manifest-columns.ts'
import type { ReadManifests } from './read-manifests.ts'

const MOST = 50

/** What is wrong with a table, row by row. */
export function FaultRows({ of: { manifests, faults, missing, rows } }: { of: ReadManifests }) {
  const { t } = useTranslation()
  if (missing.length > 0)
    return <p role="alert">{t('waste.noColumn', { names: missing.map((column) => COLUMNS[column][0]).join('、') })}</p>
  return (
    <>
      <p role="status">{t('waste.read', { rows: number(rows), good: number(manifests.length) })}</p>
      {faults.length > 0 ? (
        <table className="ranked-table">
          <caption>{t('waste.faults', { n: number(faults.length) })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('waste.row')}</th>
              <th scope="col">{t('waste.columnHead')}</th>
              <th scope="col">{t('waste.why')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, MOST).map(({ row, column, value, why }) => (
              <tr key={`${row} ${column} ${why}`}>
                <td>{row}</td>
                <td>{COLUMNS[column][0]}</td>
                <td>
                  {t(`waste.fault.${why}`)}
                  {value ? <small> {value.slice(0, 24)}</small> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {faults.length > MOST ? <p>{t('waste.moreFaults', { n: number(faults.length - MOST) })}</p> : null}
    </>
  )
}
