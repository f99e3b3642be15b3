import '../thing/card.css'
import './heat.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { COMPLAINT_SOURCES } from '../../../server/contract/case.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { getCases, getFeatures, type LayerPicture } from '../../api.ts'
import { type Days, secondsOf } from '../../charts/day-number.ts'
import { coordinates, identification, moment, number } from '../../format.ts'
import { CELL_METRES, readingAt } from '../../map/heat-cells.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Fault } from '../Fault.tsx'
import { cellBounds } from './cell-bounds.ts'
import type { Heat } from './use-heat.ts'

interface CellCardProps {
  place: LngLat
  heat: Heat
  days: Days
  layers: LayerPicture[]
  sources: string[]
  classes: string[]
  roadOf: (place: LngLat) => string | undefined
  onThing: (id: string, lngLat: LngLat) => void
  onFly: (lngLat: LngLat) => void
  onClose: () => void
}

const MOST_CASES = 200

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString()

/** One cell of the heat map: its figures and the complaints in it. */
export function CellCard(props: CellCardProps) {
  const { place, heat, days, layers, sources, classes, roadOf, onThing, onFly, onClose } = props
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  const key = place.join(',')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell is another heading
  useEffect(() => heading.current?.focus({ preventScroll: true }), [key])
  const complaints = heat.complaintCells && readingAt(heat.complaintCells, place)
  const visits = heat.inspectionCells && readingAt(heat.inspectionCells, place)
  const grid = (heat.complaintCells ?? heat.inspectionCells)?.grid
  const bbox = grid && cellBounds(grid, place)
  const { from, to } = secondsOf(days)
  const cases = useQuery({
    queryKey: ['cases', bbox, from, to, sources],
    queryFn: ({ signal }) =>
      getCases(
        {
          bbox: bbox?.map((degrees) => Number(degrees.toFixed(7))).join(','),
          from: iso(from),
          to: iso(to),
          source: (sources.length > 0 ? sources : COMPLAINT_SOURCES).join(','),
          limit: MOST_CASES,
        },
        signal,
      ),
    enabled: bbox !== undefined,
  })
  const listed = (cases.data?.cases ?? []).filter(
    ({ kind, code }) =>
      classes.length === 0 || heat.picture?.mode === 'inspections' || classes.includes(`${kind}:${code}`),
  )
  const hasGrids = layers.some(({ id, count }) => id === 'unit-grids' && count > 0)
  const unitGrid = useQuery({
    queryKey: ['unit-grid', key],
    queryFn: ({ signal }) => getFeatures('unit-grids', { bbox: [...place, ...place], limit: 1 }, signal),
    enabled: hasGrids,
    select: ({ features }) => features[0],
  })
  const road = roadOf(place)
  return (
    <aside className="card" aria-label={t('cell.title')}>
      <div className="card-bar">
        <p className="card-state">
          {t('cell.title')} {t('cell.metres', { metres: CELL_METRES })}
        </p>
        <Button small look="quiet" onClick={onClose} title={`${t('card.close')} (Esc)`}>
          {t('card.close')}
        </Button>
      </div>
      <div className="card-scroll">
        <h2 ref={heading} tabIndex={-1}>
          {road ? t('blind.near', { road }) : t('blind.unnamed')}
        </h2>
        <div className="cell-figures">
          {complaints ? (
            <p>
              <b>
                {number(complaints.count)}
                <small>{t('heat.cases')}</small>
              </b>
              {t('cell.density', { name: t('heat.complaints'), n: number(complaints.density, 1) })}
            </p>
          ) : null}
          {visits ? (
            <p>
              <b>
                {number(visits.count)}
                <small>{t('heat.visits')}</small>
              </b>
              {t('cell.density', { name: t('heat.inspections'), n: number(visits.density, 1) })}
            </p>
          ) : null}
          {complaints || visits ? null : <p>{t('cell.outside')}</p>}
        </div>
        <p className="heat-words">{t('cell.spread')}</p>
        <h3>{t('cell.unitGrid')}</h3>
        {unitGrid.data ? (
          <div className="card-id">
            <button type="button" className="link" onClick={() => onThing(String(unitGrid.data?.id), place)}>
              <code>{identification(String(unitGrid.data.id))}</code>
            </button>
            <CopyButton text={String(unitGrid.data.id)} label={t('card.copyId')} done={t('card.copied')} />
          </div>
        ) : (
          <p className="is-empty">{t('cell.noGrid')}</p>
        )}
        <div className="card-place">
          <span>{coordinates(place)}</span>
          <Button small look="quiet" onClick={() => onFly(place)}>
            {t('card.fly')}
          </Button>
        </div>
        <h3>
          {t('cell.cases')} <span>{listed.length > 0 ? number(listed.length) : ''}</span>
        </h3>
        {cases.error && !cases.data ? <Fault fault={cases.error} title={t('cell.failed')} /> : null}
        {cases.data && listed.length === 0 ? <p className="is-empty">{t('cell.noCases')}</p> : null}
        <ul className="case-rows">
          {listed.map((each) => (
            <li key={each.id}>
              <p>
                {each.problem}
                <span className="is-empty">{t(`caseStatus.${each.status}`)}</span>
              </p>
              <small className="case-line">
                <span>
                  {moment(each.receivedAt, Date.now())} {t(`source.${each.source}`)}
                </span>
                {each.assetId ? (
                  <button
                    type="button"
                    className="link"
                    onClick={() => onThing(each.assetId ?? '', each.location)}
                    title={each.assetId}
                  >
                    {t('cell.thing')}
                  </button>
                ) : (
                  <a href={`/api/cases/${encodeURIComponent(each.id)}`} target="_blank" rel="noreferrer">
                    {each.number}
                  </a>
                )}
              </small>
            </li>
          ))}
        </ul>
        {cases.data?.next ? <p className="heat-words">{t('cell.more')}</p> : null}
      </div>
      <div className="card-foot">
        <CopyButton text={location.href} label={t('card.copyLink')} done={t('card.copied')} />
      </div>
    </aside>
  )
}
