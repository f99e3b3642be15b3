import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DarkLamp, LitRoad } from '../../../server/contract/lighting.ts'
import { useNow } from '../../console/use-now.ts'
import { duration, moment, number, timeLeft } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { useCatalogueWords } from '../use-catalogue-words.ts'
import { useLighting } from './lighting-desk.tsx'

/** What is dark, of one road or of all, with the case that is to repair it. */
export function DarkLamps() {
  const { t } = useTranslation()
  const { search, rate } = useLighting()
  const road = rate.data?.roads.find((one) => one.road === search.road)
  const dark = rate.data?.dark.filter((lamp) => !road || lamp.road === road.road)
  return (
    <div className="li-detail">
      {road ? <RoadFacts road={road} /> : <h2>{t('lighting.dark')}</h2>}
      {dark ? (
        <>
          {road ? <h3 className="up-h3">{t('lighting.dark')}</h3> : null}
          <p className="up-text">
            {dark.length === 0
              ? t(road ? 'lighting.noDarkHere' : 'lighting.noDark')
              : t('lighting.darkCount', {
                  n: number(dark.length),
                  filed: number(dark.filter((lamp) => lamp.case).length),
                })}
          </p>
          <ul className="up-rows li-dark">
            {dark.map((lamp) => (
              <Lamp key={lamp.id} lamp={lamp} />
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}

function RoadFacts({ road }: { road: LitRoad }) {
  const { t } = useTranslation()
  const words = useCatalogueWords()
  const { change } = useLighting()
  const { lit, dark, lamps, unheard, percent, leastPercent, mostDark, reasons, standing, verdict, seen } = road
  const fact = (name: string, value: string) => (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
  return (
    <>
      <h2 className="li-road-head">
        {road.road || t('lighting.noRoad')}
        <button type="button" className="button button-quiet button-small" onClick={() => change({ road: undefined })}>
          {t('lighting.allDark')}
        </button>
      </h2>
      <p className={verdict === 'fail' ? 'is-late' : verdict === 'unknown' ? 'is-unknown' : undefined}>
        {reasons.length === 0
          ? t('lighting.passes')
          : reasons.map((reason) => t(`lighting.reason.${reason}`)).join(t('lighting.semicolon'))}
      </p>
      {verdict === 'unknown' && standing !== 'unknown' ? (
        <p className="up-text">{t(`lighting.standing.${standing}`)}</p>
      ) : null}
      <dl className="li-facts">
        {fact(t('lighting.roadClass'), words.choice('streetlights', 'roadClass', road.roadClass))}
        {fact(t('lighting.rateIs'), percent === null ? '—' : `${number(percent, 2)} % (${lit} / ${lit + dark})`)}
        {fact(t('lighting.least'), leastPercent === null ? '—' : `${leastPercent} %`)}
        {fact(
          t('lighting.darkIs'),
          mostDark === null ? String(dark) : t('lighting.darkOf', { n: dark, most: mostDark }),
        )}
        {fact(t('lighting.unheard'), String(unheard))}
        {fact(t('lighting.seen'), `${seen} / ${lamps}`)}
      </dl>
    </>
  )
}

function Lamp({ lamp }: { lamp: DarkLamp }) {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const words = useCatalogueWords()
  const { name, state } = words.status('streetlights', lamp.status)
  const due = lamp.case?.dueAt
  const left = due ? (Date.parse(due) - now) / 1_000 : null
  return (
    <li className="li-lamp">
      <StateMark state={state} label={name} />
      <p>
        <span className="up-cut">{lamp.name}</span>
        {lamp.case ? (
          <Link to="/cases/$number" params={{ number: lamp.case.number }}>
            {lamp.case.number}
          </Link>
        ) : (
          <small>{t('lighting.notFiled')}</small>
        )}
      </p>
      <p>
        <small>
          {name} · {t('lighting.since', { time: duration((now - Date.parse(lamp.since)) / 1_000) })}
          {lamp.circuit ? ` · ${t('lighting.circuit', { id: lamp.circuit })}` : ''}
        </small>
        {lamp.case ? (
          <small className={left !== null && left < 0 ? 'is-late' : undefined}>
            {due && left !== null ? (
              <time dateTime={due} title={moment(due, now)}>
                {timeLeft(left)}
              </time>
            ) : (
              t('lighting.noClock')
            )}
          </small>
        ) : null}
      </p>
    </li>
  )
}
