import { useTranslation } from 'react-i18next'
import type { ParkingBalance, ParkingCell, Yard } from '../../../server/contract/parking.ts'
import { coordinates, number, signed } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Facts } from '../ranked/Facts.tsx'
import { sideOf } from '../ranked/side-of.ts'
import { ThingLink } from '../ranked/ThingLink.tsx'
import { Working } from '../ranked/Working.tsx'
import { useCatalogueWords } from '../use-catalogue-words.ts'
import { HourStrip } from './HourStrip.tsx'
import { cellId, hoursOf } from './parking-search.ts'
import { useParking } from './use-parking.ts'

const CHECKS = ['fenced', 'hardened', 'washBay'] as const

/** The chosen cell by the hour of the night, or the chosen yard by its checklist; else the whole city by the hour. */
export function ParkingDetail() {
  const language = useLanguage()
  const { asked, balance } = useParking()
  const of = balance.data
  if (!of) return null
  const cell = asked.list === 'cells' ? of.cells.find((one) => cellId(one) === asked.at) : undefined
  const yard = asked.list === 'yards' ? (of.yards.find(({ id }) => id === asked.at) ?? of.yards[0]) : undefined
  return (
    <div className="ranked-detail">
      {yard ? <YardCard of={yard} rules={of.rules} /> : cell ? <CellCard cell={cell} of={of} /> : <City of={of} />}
      <p className="ranked-source">{sideOf(of.rules.source, language)}</p>
    </div>
  )
}

function City({ of }: { of: ParkingBalance }) {
  const { t } = useTranslation()
  const cases = of.cells.reduce((sum, cell) => sum + cell.cases, 0)
  return (
    <>
      <header>
        <h2>{t('parking.city')}</h2>
        <p className="hero">
          {number(cases)}
          <small>{t('parking.heroCases', { n: number(of.nights) })}</small>
        </p>
      </header>
      <HourStrip hours={hoursOf(of, of.cells)} name={t('parking.byHour')} />
      <Facts
        of={[
          { id: 'bays', name: t('parking.figure.bays'), value: t('parking.bays', { n: number(of.bays) }) },
          { id: 'yards', name: t('parking.yards'), value: number(of.yards.length) },
        ]}
      />
      <p className="ranked-none">{t('parking.choose')}</p>
    </>
  )
}

function CellCard({ cell, of }: { cell: ParkingCell; of: ParkingBalance }) {
  const { t } = useTranslation()
  const worst = Math.max(0, ...cell.demand)
  return (
    <>
      <header>
        <h2>{t('parking.cellTitle', { n: number(of.cellMetres) })}</h2>
        <p>{coordinates(cell.centre)}</p>
        <p className="hero">
          {signed(cell.balance, 2)}
          <small>{t(cell.balance < 0 ? 'parking.tooFew' : 'parking.enough')}</small>
        </p>
      </header>
      <HourStrip hours={hoursOf(of, [cell])} name={t('parking.byHour')} />
      <Working
        title={t('parking.working')}
        terms={[
          {
            ...{ id: 'bays', name: t('parking.term.bays'), value: number(cell.bays), unit: t('parking.unitBays') },
            note: t('parking.term.yards', { n: number(cell.yards) }),
          },
          {
            ...{ id: 'peak', sign: '−', name: t('parking.term.peak'), value: number(cell.peakPerNight, 2) },
            note: t('parking.term.peakNote', { n: number(worst), nights: number(of.nights) }),
          },
          { id: 'balance', sign: '=', name: t('parking.column.balance'), value: signed(cell.balance, 2), sum: true },
        ]}
      />
    </>
  )
}

function YardCard({ of, rules }: { of: Yard; rules: ParkingBalance['rules'] }) {
  const { t } = useTranslation()
  const words = useCatalogueWords()
  const all = CHECKS.reduce((sum, check) => sum + rules.checklist[check], 0)
  return (
    <>
      <header>
        <h2>{of.name}</h2>
        <ThingLink id={of.id} layer="truck-parking" location={of.location} />
        <p className="hero">
          {number(of.score)}
          <small>{t('parking.ofHundred')}</small>
        </p>
      </header>
      <section>
        <h3>{t('parking.checklist')}</h3>
        <ul className="yard-checks">
          {CHECKS.map((check) => {
            const has = of.checks[check]
            return (
              <li key={check}>
                <span>
                  {t(`parking.check.${check}`)}{' '}
                  <small>{t('parking.weight', { n: number((rules.checklist[check] / all) * 100) })}</small>
                </span>
                <b data-has={String(has)}>
                  {has === null ? t('parking.unknown') : t(has ? 'parking.has' : 'parking.lacks')}
                </b>
              </li>
            )
          })}
        </ul>
      </section>
      <Facts
        of={[
          { id: 'kind', name: t('parking.kind'), value: words.choice('truck-parking', 'kind', of.kind) },
          { id: 'status', name: t('parking.status'), value: words.status('truck-parking', of.status).name },
          { id: 'bays', name: t('parking.column.bays'), value: of.bays === null ? '—' : number(of.bays) },
          { id: 'taken', name: t('parking.taken'), value: of.occupied === null ? '—' : number(of.occupied) },
        ]}
      />
    </>
  )
}
