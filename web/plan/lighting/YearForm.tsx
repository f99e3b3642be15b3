import { useTranslation } from 'react-i18next'
import { coordinates, number, signed } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { Figures } from '../Figures.tsx'
import { useLighting } from './lighting-desk.tsx'
import { OffsetSliders } from './OffsetSliders.tsx'

/** By how many minutes the lamps go on and off beside the sun, and what that comes to in a year. */
export function YearForm() {
  const { t } = useTranslation()
  const { search, year } = useLighting()
  const { data, error } = year
  if (error && !data) return <Refused fault={error} title={t('lighting.yearFailed')} />
  if (!data) return <Hairlines rows={6} label={t('page.loading')} />
  const nights = data.nights.filter(({ on }) => on !== null)
  const shortest = nights.reduce((least, { hours }) => Math.min(least, hours), 24)
  const longest = nights.reduce((most, { hours }) => Math.max(most, hours), 0)
  return (
    <>
      <Figures
        of={[
          { id: 'hours', name: t('lighting.yearHours', { year: data.year }), value: number(data.hours), unit: 'h' },
          { id: 'nights', name: t('lighting.nightsLit'), value: number(nights.length), unit: t('lighting.nights') },
          {
            ...{ id: 'mean', name: t('lighting.mean'), unit: 'h' },
            value: number(data.hours / Math.max(1, nights.length), 1),
          },
        ]}
      />
      <OffsetSliders />
      <p className="up-text">
        {t('lighting.yearSpan', { shortest: number(shortest, 1), longest: number(longest, 1) })}{' '}
        {search.onMinutes || search.offMinutes
          ? t('lighting.offsetSaves', {
              hours: signed(((search.offMinutes - search.onMinutes) / 60) * nights.length),
            })
          : null}
      </p>
      <p className="up-note">{t('lighting.sunNote', { at: coordinates(data.at) })}</p>
    </>
  )
}
