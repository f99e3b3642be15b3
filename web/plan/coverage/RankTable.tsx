import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface RankTableProps {
  /** Over the names, and over the figures. */
  heads: readonly [string, string]
  /** Rows of three: rank, name, figure. */
  children: ReactNode
  /** A second line under each name. */
  isTall?: boolean
}

/** The table of every ranked list of the study. */
export function RankTable({ heads: [names, figures], children, isTall = false }: RankTableProps) {
  const { t } = useTranslation()
  return (
    <table className={`coverage-rows ${isTall ? 'is-tall' : ''}`}>
      <thead>
        <tr>
          <th>
            <span className="hidden">{t('coverage.rank')}</span>
          </th>
          <th>{names}</th>
          <th className="is-number">{figures}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
