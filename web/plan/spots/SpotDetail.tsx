import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { COMPLAINT_SOURCES } from '../../../server/contract/case.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { getCases } from '../../api.ts'
import { coordinates, dayOf, dayWords, moment, number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { useSpotDesk } from './spot-desk.tsx'
import { middleOf, usePlaceNames } from './use-place-names.ts'

/** The chosen cell, and how all of it is reckoned. */
export function SpotDetail() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { search, span, reading, choose } = useSpotDesk()
  const nameOf = usePlaceNames()
  const period = reading.period ?? span
  const { spot, cell } = search
  const ring = spot ? reading.cells.find(({ id }) => id === spot)?.ring : undefined
  const row = reading.rows.find(({ id }) => id === spot)
  return (
    <div className={`spot-detail ${spot && (ring || row) ? '' : 'is-idle'}`}>
      {spot && (ring || row) ? (
        <>
          <header>
            <h2>{row?.name ?? nameOf(spot)}</h2>
            <Button small look="quiet" onClick={() => choose(undefined)}>
              {t('spots.close')}
            </Button>
          </header>
          {ring ? (
            <p className="spot-where">
              {t('spots.cellOf', { n: number(cell) })}
              <span>{coordinates(middleOf(ring))}</span>
            </p>
          ) : null}
          <dl className="spot-facts">
            {reading.figuresOf(spot).map(({ name, value, unit }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  {value} {unit ? <small>{unit}</small> : null}
                </dd>
              </div>
            ))}
          </dl>
          {ring ? <CellCases ring={ring} /> : null}
        </>
      ) : (
        <p className="spot-hint">{t('spots.chooseCell')}</p>
      )}
      <h3>{t('spots.howReckoned')}</h3>
      {reading.method.map((line) => (
        <p key={line} className="spot-method">
          {line}
        </p>
      ))}
      <p className="spot-method">
        {t('spots.asOf', {
          from: dayWords(dayOf(period.from), language),
          to: dayWords(dayOf(Date.parse(period.to) - 1), language),
          time: moment(span.to, Date.now()),
        })}
      </p>
    </div>
  )
}

const MOST_CASES = 30

/** The cases of the cell in the period. */
function CellCases({ ring }: { ring: readonly LngLat[] }) {
  const { t } = useTranslation()
  const { search, span } = useSpotDesk()
  const [[west = 0, south = 0] = [], , [east = 0, north = 0] = []] = ring
  const source = search.subject === 'complaints' && search.lens !== 'again' ? COMPLAINT_SOURCES.join(',') : undefined
  const bbox = [west, south, east, north].map((degrees) => degrees.toFixed(7)).join(',')
  const asked = { bbox, from: span.from, to: span.to, source, limit: MOST_CASES }
  const { data, error } = useQuery({
    queryKey: ['cases', 'of-cell', asked],
    queryFn: ({ signal }) => getCases(asked, signal),
  })
  const cases = data?.cases.filter(({ kind, code }) => search.of === undefined || `${kind}:${code}` === search.of)
  return (
    <>
      <h3>
        {t('spots.casesHere')}
        <span>{cases ? t(data?.next ? 'spots.moreThan' : 'spots.countOf', { n: number(cases.length) }) : ''}</span>
      </h3>
      {error && !data ? <Refused fault={error} title={t('spots.casesFailed')} /> : null}
      {!data && !error ? <Hairlines rows={4} label={t('page.loading')} /> : null}
      {cases?.length === 0 ? <p className="spot-hint">{t('spots.noCasesHere')}</p> : null}
      <ul className="spot-cases">
        {cases?.map((one) => (
          <li key={one.id}>
            <Link to="/cases/$number" params={{ number: one.number }}>
              {one.problem}
            </Link>
            <small>
              {moment(one.receivedAt, Date.now())} {t(`source.${one.source}`)}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}
