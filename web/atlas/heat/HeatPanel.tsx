import './heat.css'
import { useTranslation } from 'react-i18next'
import type { LngLat } from '../../../server/contract/geo.ts'
import { type Days, dayText } from '../../charts/day-number.ts'
import { dayWords, number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Fault } from '../Fault.tsx'
import { HEAT_MODES, type HeatMode, type Picture } from '../picture.ts'
import type { Change } from '../use-picture.ts'
import { BlindCells } from './BlindCells.tsx'
import { countPoints } from './count-points.ts'
import { Facet } from './Facet.tsx'
import { HeatLegend } from './HeatLegend.tsx'
import { useClassNames } from './use-class-names.ts'
import { type Heat, indexesOf } from './use-heat.ts'

interface HeatPanelProps {
  heat: Heat
  days: Days
  picture: Picture
  change: Change
  roadOf: (place: LngLat) => string | undefined
  onCell: (lngLat: LngLat) => void
}

const MODE_NAMES = {
  complaints: 'heat.complaints',
  inspections: 'heat.inspections',
  difference: 'heat.difference',
} as const

/** A class of another subject means nothing here, so filters go when the subject does. */
export const withMode = (picture: Picture, heat: HeatMode | undefined): Picture => ({
  ...picture,
  heat,
  ...((heat === 'inspections') === (picture.heat === 'inspections') ? {} : { classes: [], sources: [] }),
  ...(heat ? {} : { cell: undefined }),
})

export function HeatPanel({ heat, days, picture, change, roadOf, onCell }: HeatPanelProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const mode = picture.heat
  const modes = [
    { id: 'off' as const, name: t('heat.off') },
    ...HEAT_MODES.map((id) => ({ id, name: t(MODE_NAMES[id]) })),
  ]
  const points = mode === 'inspections' ? heat.inspections : heat.complaints
  const filter = points && {
    classes: indexesOf(points.classes, picture.classes),
    sources: mode === 'inspections' ? undefined : indexesOf(points.sources, picture.sources),
  }
  const counts = points && filter && countPoints(points, days, filter)
  const visits = mode === 'difference' && heat.inspections ? countPoints(heat.inspections, days, {}).total : undefined
  const nameOf = useClassNames(points?.classes ?? [])
  return (
    <section aria-label={t('heat.title')}>
      <Choice
        className="heat-modes"
        label={t('heat.mode')}
        options={modes}
        value={mode ?? 'off'}
        onChange={(id) => change((before) => withMode(before, id === 'off' ? undefined : id))}
      />
      {mode ? null : <p className="heat-words">{t('heat.offWords')}</p>}
      {mode && heat.fault ? <Fault fault={heat.fault} title={t('heat.failed')} /> : null}
      {mode && points && counts ? (
        <>
          <div className="heat-figures">
            <p>
              <b>
                {number(counts.total)}
                <small>{t(mode === 'inspections' ? 'heat.visits' : 'heat.cases')}</small>
              </b>
              {t(mode === 'inspections' ? 'heat.inspections' : 'heat.complaints')}
            </p>
            {visits === undefined ? null : (
              <p>
                <b>
                  {number(visits)}
                  <small>{t('heat.visits')}</small>
                </b>
                {t('heat.inspections')}
              </p>
            )}
          </div>
          <p className="heat-days">
            {t('heat.inDays', {
              from: dayWords(dayText(days.first), language),
              to: dayWords(dayText(days.last), language),
            })}
          </p>
          {counts.total === 0 && !visits ? <p className="heat-words">{t('heat.noPoints')}</p> : null}
          <HeatLegend mode={mode} />
          <Facet
            title={t(mode === 'inspections' ? 'heat.kinds' : 'heat.classes')}
            choices={points.classes.map((id, i) => ({ id, name: nameOf(id), count: counts.byClass[i] ?? 0 }))}
            chosen={picture.classes}
            onChange={(classes) => change((before) => ({ ...before, classes }))}
          />
          {mode === 'inspections' ? null : (
            <Facet
              title={t('heat.sources')}
              choices={points.sources.map((id, i) => ({
                id,
                name: t(`source.${id}` as 'source.patrol', { defaultValue: id }),
                count: counts.bySource[i] ?? 0,
              }))}
              chosen={picture.sources}
              onChange={(sources) => change((before) => ({ ...before, sources }))}
            />
          )}
          {mode === 'inspections' || !heat.inspections ? null : (
            <BlindCells
              cells={heat.blind}
              days={days}
              selected={picture.cell}
              filtered={picture.classes.length + picture.sources.length > 0}
              roadOf={roadOf}
              onCell={onCell}
            />
          )}
        </>
      ) : null}
    </section>
  )
}
