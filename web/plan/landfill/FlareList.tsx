import { useTranslation } from 'react-i18next'
import type { LandfillFlare, LandfillOutlook } from '../../../server/contract/landfill.ts'
import { useNow } from '../../console/use-now.ts'
import { moment, number } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { useCatalogueWords } from '../use-catalogue-words.ts'
import { useLandfillDesk } from './landfill-desk.tsx'
import { shortName } from './short-name.ts'

/** How each flare burns and since when, with what was measured at it last. */
export function FlareList({ outlook: { flares } }: { outlook: LandfillOutlook }) {
  const { t } = useTranslation()
  const words = useCatalogueWords()
  const now = useNow(60_000)
  const { focus, look } = useLandfillDesk()
  const names = flares.map(({ name }) => name)
  const when = ({ since, status, readAt }: LandfillFlare): string =>
    readAt === null
      ? t('landfill.flareNever')
      : status === 'no-answer'
        ? t('landfill.flareSilent', { when: moment(readAt, now) })
        : [
            since === null ? '' : t('landfill.since', { when: moment(since, now) }),
            t('landfill.flareRead', { when: moment(readAt, now) }),
          ]
            .filter(Boolean)
            .join(' · ')
  return (
    <section>
      <h3 className="up-h3">
        {t('landfill.flares')}
        <span>{t('landfill.flaresNote')}</span>
      </h3>
      {flares.length === 0 ? <p className="lf-none">{t('landfill.noFlares')}</p> : null}
      <ul className="up-rows">
        {[...flares]
          .sort((a, b) => a.name.localeCompare(b.name, 'zh', { numeric: true }))
          .map((flare) => {
            const { id, name, temperatureC, methanePercent, gasM3h } = flare
            const { name: statusName, state } = words.status('landfill-flares', flare.status)
            return (
              <li key={id}>
                <button
                  type="button"
                  className="lf-flare"
                  aria-pressed={focus === id}
                  onClick={() => look(focus === id ? undefined : id)}
                >
                  <StateMark state={state} label={statusName} />
                  <span className="up-cut">
                    {shortName(name, names)} <b className={state === 'late' ? 'is-late' : undefined}>{statusName}</b>
                  </span>
                  <em>
                    {temperatureC === null ? '—' : `${number(temperatureC)} °C`} ·{' '}
                    {methanePercent === null ? '—' : `${number(methanePercent, 1)} %`} ·{' '}
                    {gasM3h === null ? '—' : `${number(gasM3h)} m³/h`}
                  </em>
                  <small>{when(flare)}</small>
                </button>
              </li>
            )
          })}
      </ul>
    </section>
  )
}
