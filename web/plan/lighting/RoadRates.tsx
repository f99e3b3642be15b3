import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clock, dayOf, number } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { useCatalogueWords } from '../use-catalogue-words.ts'
import { useLighting } from './lighting-desk.tsx'
import { VERDICTS } from './lighting-search.ts'
import { RoadRow } from './RoadRow.tsx'
import { RuleChoice } from './RuleChoice.tsx'
import { countVerdicts, roadsOf, STATE_OF } from './verdict.ts'

const SHOWN = 60

/** The rate of every road against its class, the worst first. */
export function RoadRates() {
  const { t } = useTranslation()
  const words = useCatalogueWords()
  const { search, change, rate } = useLighting()
  const [all, setAll] = useState(false)
  const { data, error } = rate
  if (error && !data)
    return (
      <Refused fault={error} title={t('lighting.failed')}>
        <Button small onClick={() => void rate.refetch()}>
          {t('connection.retry')}
        </Button>
      </Refused>
    )
  if (!data) return <Hairlines rows={9} label={t('page.loading')} />
  const counts = countVerdicts(data.roads)
  const roads = roadsOf(data.roads, search.verdict)
  const { from, to, stops } = data.night
  return (
    <>
      <RuleChoice rule={data.rule} />
      <div className="li-classes">
        {data.classes.map(({ classes, lit, dark, percent, leastPercent, verdict }) => (
          <div key={classes.join()}>
            <span>{classes.map((id) => words.choice('streetlights', 'roadClass', id)).join(t('lighting.and'))}</span>
            <p>
              <b>{percent === null ? '—' : number(percent, 1)}</b>
              <u>%</u>
              <StateMark state={STATE_OF[verdict]} label={t(`lighting.verdict.${verdict}`)} />
            </p>
            <small>{t('lighting.classOf', { lit: number(lit), of: number(lit + dark), least: leastPercent })}</small>
          </div>
        ))}
      </div>
      <Choice
        label={t('lighting.filter')}
        options={VERDICTS.map((id) => ({ id, name: `${t(`lighting.verdict.${id}`)} ${number(counts[id])}` }))}
        value={search.verdict}
        onChange={(id) => change({ verdict: id === 'all' ? undefined : id })}
      />
      {roads.length === 0 ? (
        <p className="up-text">{t(data.roads.length === 0 ? 'lighting.noLamps' : 'lighting.noneSuch')}</p>
      ) : null}
      <ul className="up-rows li-roads">
        {(all ? roads : roads.slice(0, SHOWN)).map((road) => (
          <RoadRow key={road.road} road={road} />
        ))}
      </ul>
      {roads.length > SHOWN && !all ? (
        <Button small look="quiet" className="up-more" onClick={() => setAll(true)}>
          {t('lighting.allRoads', { n: number(roads.length) })}
        </Button>
      ) : null}
      <p className="up-note">
        {t(stops === 0 ? 'lighting.nightNone' : 'lighting.night', {
          from: `${dayOf(from).slice(5)} ${clock(from)}`,
          to: clock(to),
          n: number(stops),
        })}
      </p>
    </>
  )
}
