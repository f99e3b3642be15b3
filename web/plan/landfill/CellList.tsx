import { useTranslation } from 'react-i18next'
import type { LandfillOutlook } from '../../../server/contract/landfill.ts'
import { number } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { useCatalogueWords } from '../use-catalogue-words.ts'
import { useLandfillDesk } from './landfill-desk.tsx'

/** Every cell with how much of it is filled; a row leads the map to it. */
export function CellList({ outlook: { cells } }: { outlook: LandfillOutlook }) {
  const { t } = useTranslation()
  const words = useCatalogueWords()
  const { focus, look } = useLandfillDesk()
  const rows = [...cells].sort((a, b) => a.name.localeCompare(b.name, 'zh', { numeric: true }))
  return (
    <section>
      <h3 className="up-h3">
        {t('landfill.cells')}
        <span>{t('landfill.cellsNote')}</span>
      </h3>
      {rows.length === 0 ? <p className="lf-none">{t('landfill.noCells')}</p> : null}
      <ul className="up-rows">
        {rows.map(({ id, name, status, capacityM3, filledM3 }) => {
          const known = capacityM3 !== null && filledM3 !== null && capacityM3 > 0
          const share = known ? filledM3 / capacityM3 : null
          const { name: statusName, state } = words.status('landfill-cells', status)
          return (
            <li key={id}>
              <button
                type="button"
                aria-pressed={focus === id}
                onClick={() => look(focus === id ? undefined : id)}
                className="lf-cell"
              >
                <StateMark state={state} label={statusName} />
                <span className="up-cut">{name}</span>
                <em>{known ? `${number(filledM3 / 10_000, 2)} / ${number(capacityM3 / 10_000, 2)}` : '—'}</em>
                <b>{share === null ? '—' : `${number(share * 100)} %`}</b>
                <i aria-hidden="true">
                  <s style={{ width: `${Math.min(1, share ?? 0) * 100}%` }} />
                </i>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
