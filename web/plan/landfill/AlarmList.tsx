import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LandfillOutlook } from '../../../server/contract/landfill.ts'
import type { AlarmState, ReadingQuantity } from '../../../server/contract/reading.ts'
import { useNow } from '../../console/use-now.ts'
import { moment, number } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'

const UNITS: Record<ReadingQuantity, string> = {
  ...{ 'leachate-level-m': 'm', 'dam-displacement-mm': 'mm', 'weighbridge-t': 't', 'cover-soil-m3': 'm³' },
  ...{
    'flare-temperature-c': '°C',
    'flare-methane-percent': '%',
    'flare-gas-m3h': 'm³/h',
    'vent-methane-percent': '%',
  },
}
/** The number of a case is its id without the city's. */
const numberOf = (id: string): string => id.replace(/^\d{6}-/, '')

/** Sensors with a limit: those above it first, with the case that was opened. */
export function AlarmList({ outlook }: { outlook: LandfillOutlook }) {
  const { t } = useTranslation()
  const now = useNow()
  const { alarms, wells, flares, id, name } = outlook
  const nameOf = ({ thingId, channel }: AlarmState): string =>
    [thingId === id ? name : ([...wells, ...flares].find((one) => one.id === thingId)?.name ?? thingId), channel]
      .join(' ')
      .trim()
  const raised = alarms.filter((alarm) => alarm.raised)
  return (
    <section>
      <h3 className="up-h3">
        {t('landfill.alarms')}
        <span>{alarms.length === 0 ? '' : t('landfill.sensors', { n: alarms.length })}</span>
      </h3>
      {alarms.length === 0 ? (
        <p className="lf-none">{t('landfill.noSensors')}</p>
      ) : raised.length === 0 ? (
        <p className="lf-none">{t('landfill.allBelow', { n: alarms.length })}</p>
      ) : null}
      <ul className="up-rows">
        {raised.map((alarm) => (
          <li key={`${alarm.thingId}/${alarm.quantity}/${alarm.channel}`} className="lf-alarm">
            <StateMark
              state={alarm.quantity === 'dam-displacement-mm' ? 'emergency' : 'late'}
              label={t('landfill.raised')}
            />
            <span>
              {t(`landfill.quantity.${alarm.quantity}`)} {number(alarm.value, 2)} {UNITS[alarm.quantity]}
              <small>
                {nameOf(alarm)} · {t('landfill.limit', { n: number(alarm.limit, 2), unit: UNITS[alarm.quantity] })} ·{' '}
                {t('landfill.since', { when: moment(alarm.since, now) })}
              </small>
            </span>
            {alarm.caseId ? (
              <Link to="/cases/$number" params={{ number: numberOf(alarm.caseId) }}>
                {numberOf(alarm.caseId)}
              </Link>
            ) : (
              <small>{t('landfill.noCase')}</small>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
