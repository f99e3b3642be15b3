import { useTranslation } from 'react-i18next'
import type { LandfillOutlook } from '../../../server/contract/landfill.ts'
import { number } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { useCatalogueWords } from '../use-catalogue-words.ts'
import { useLandfillDesk } from './landfill-desk.tsx'
import { shortName } from './short-name.ts'

type Well = LandfillOutlook['wells'][number]
/** The nearest to its warning first; one that does not answer last. */
const nearest = (a: Well, b: Well): number => (a.belowWarningM ?? 1e9) - (b.belowWarningM ?? 1e9)

/** How far each well stands below its warning level. */
export function WellList({ outlook: { wells } }: { outlook: LandfillOutlook }) {
  const { t } = useTranslation()
  const words = useCatalogueWords()
  const { focus, look } = useLandfillDesk()
  const names = wells.map(({ name }) => name)
  return (
    <section>
      <h3 className="up-h3">
        {t('landfill.wells')}
        <span>{t('landfill.wellsNote')}</span>
      </h3>
      {wells.length === 0 ? <p className="lf-none">{t('landfill.noWells')}</p> : null}
      <ul className="up-rows">
        {[...wells].sort(nearest).map(({ id, name, status, levelM, warningLevelM, belowWarningM }) => {
          const isAbove = belowWarningM !== null && belowWarningM < 0
          const { name: statusName, state } = words.status('landfill-wells', status)
          return (
            <li key={id}>
              <button
                type="button"
                className="lf-well"
                aria-pressed={focus === id}
                onClick={() => look(focus === id ? undefined : id)}
              >
                <StateMark state={state} label={statusName} />
                <span className="up-cut">{shortName(name, names)}</span>
                <em>
                  {levelM === null ? '—' : number(levelM, 2)} /{' '}
                  {warningLevelM === null ? '—' : number(warningLevelM, 2)} m
                </em>
                <b className={isAbove ? 'is-late' : undefined}>
                  {belowWarningM === null
                    ? '—'
                    : t(belowWarningM < 0 ? 'landfill.above' : 'landfill.below', {
                        n: Math.abs(belowWarningM).toFixed(2),
                      })}
                </b>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
