import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../i18n/use-language.ts'
import type { Handout } from '../export/handout.ts'
import { StudyTools } from '../print/StudyTools.tsx'
import { pointsOf } from '../ranked/points-of.ts'
import { sideOf } from '../ranked/side-of.ts'
import { useParking } from './use-parking.ts'

export function ParkingTools() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { balance } = useParking()
  return <StudyTools of={handoutOf()} />

  function handoutOf(): Handout | undefined {
    if (!balance.data) return undefined
    const { cells, yards, rules, nights, cellMetres } = balance.data
    const places = cells.map(({ centre, bays, cases, peakPerNight, balance: left }) => ({
      ...{ location: centre, lng: centre[0], lat: centre[1], bays, cases, peakPerNight, left },
    }))
    return {
      ...{ id: 'truck-parking', title: t('plan.study.truck-parking') },
      subtitle: t('parking.base', { nights, cell: cellMetres }),
      sources: [sideOf(rules.source, language)],
      tables: [
        {
          name: t('parking.list.cells'),
          columns: [
            { id: 'lng', name: t('ranked.lng'), digits: 6 },
            { id: 'lat', name: t('ranked.lat'), digits: 6 },
            { id: 'bays', name: t('parking.term.bays'), digits: 0 },
            { id: 'cases', name: t('parking.figure.cases'), digits: 0 },
            { id: 'peakPerNight', name: t('parking.term.peak'), digits: 2 },
            { id: 'left', name: t('parking.column.balance'), digits: 2 },
          ],
          rows: places.map(({ location: _, ...row }) => row),
        },
        {
          name: t('parking.list.yards'),
          columns: [
            { id: 'id', name: t('ranked.code') },
            { id: 'name', name: t('parking.column.yard') },
            { id: 'bays', name: t('parking.column.bays'), digits: 0 },
            { id: 'fenced', name: t('parking.check.fenced') },
            { id: 'hardened', name: t('parking.check.hardened') },
            { id: 'washBay', name: t('parking.check.washBay') },
            { id: 'score', name: t('parking.column.score'), digits: 0 },
          ],
          rows: yards.map(({ id, name, bays, score, checks }) => ({ id, name, bays, score, ...checks })),
        },
      ],
      places: { features: pointsOf(places), units: {} },
    }
  }
}
