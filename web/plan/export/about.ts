import type { City } from '../../../server/contract/city.ts'
import { clock, dayOf } from '../../format.ts'
import { words } from '../../i18n/i18n.ts'
import type { Handout } from './handout.ts'

export interface Fact {
  name: string
  value: string
}

/** Who signs it. Where the city does not say, in words that hold for any. */
export const bureauOf = (city: City, language: 'zh' | 'en'): string =>
  city.bureau?.[language] ?? words('sheet.bureau', { city: city.name[language] })

const minute = (instant: string | number): string => `${dayOf(instant)} ${clock(instant)}`

/** Where a handout is from, of when and by what rule: on the sheet, in the table, in the file of places. `now`: epoch ms. */
export function aboutOf(handout: Handout, city: City, language: 'zh' | 'en', now: number): Fact[] {
  const dataAt = handout.dataAt ?? city.dataAt
  return [
    ...(handout.base ? [{ name: words('sheet.base'), value: handout.base }] : []),
    ...(handout.filter ? [{ name: words('sheet.filter'), value: handout.filter }] : []),
    {
      name: words('sheet.rule'),
      value: handout.sources.length > 0 ? handout.sources.join('\n') : words('sheet.noRule'),
    },
    { name: words('sheet.dataAt'), value: dataAt ? minute(dataAt) : words('sheet.unknownTime') },
    { name: words('sheet.madeAt'), value: minute(now) },
    { name: words('sheet.crs'), value: words('sheet.crsName') },
    { name: words('sheet.by'), value: bureauOf(city, language) },
    ...(city.demo ? [{ name: words('sheet.kind'), value: words('app.demo') }] : []),
  ]
}
