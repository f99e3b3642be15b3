import type { FeatureCollection, Geometry } from 'geojson'
import { useTranslation } from 'react-i18next'
import type { LandfillOutlook } from '../../../server/contract/landfill.ts'
import { dayOf, dayWords, number, wholeDays } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import type { Handout, HandoutTable } from '../export/handout.ts'
import { StudyTools } from '../print/StudyTools.tsx'
import { useCatalogueWords } from '../use-catalogue-words.ts'
import { useLandfillDesk } from './landfill-desk.tsx'
import { useLandfillShapes } from './queries.ts'
import { stepsOf } from './steps-of.ts'
import { isTried } from './trial.ts'

export function LandfillTools() {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useCatalogueWords()
  const { chosen, tried, answer } = useLandfillDesk()
  const { data: things } = useLandfillShapes()
  return <StudyTools of={chosen && handoutOf(chosen)} />

  function handoutOf(outlook: LandfillOutlook): Handout {
    const { name, asOf, capacityM3, remainingM3, filledM3, foresight, surveys } = outlook
    const days = foresight?.daysLeft
    const said = (value: number | null | undefined): string => (typeof value === 'number' ? wholeDays(value) : '—')
    return {
      ...{ id: 'landfill', title: t('landfill.whenFull'), subtitle: name, dataAt: asOf },
      sources: foresight ? [t(`landfill.method.${foresight.method}`, { n: number(surveys.length) })] : [],
      base: t('landfill.asOf', { day: dayWords(dayOf(asOf), language), of: number(capacityM3 / 10_000, 1) }),
      ...(isTried(tried) && answer ? { filter: t('landfill.trial', { n: said(answer.daysLeft) }) } : {}),
      figures: [
        { name: t('landfill.untilFull'), value: said(days?.p50), unit: t('landfill.days') },
        { name: 'P10–P90', value: `${said(days?.p10)}–${said(days?.p90)}`, unit: t('landfill.days') },
        { name: t('landfill.room'), value: number(remainingM3 / 10_000, 2), unit: t('landfill.tenThousandM3') },
        { name: t('landfill.filled'), value: number((filledM3 / capacityM3) * 100, 1), unit: '%' },
      ],
      tables: [cellTable(outlook), wellTable(outlook), flareTable(outlook), surveyTable(outlook)],
      ...(things ? { places: { features: placesOf(outlook), units: UNITS } } : {}),
    }
  }

  function cellTable({ cells }: LandfillOutlook): HandoutTable {
    return {
      name: t('landfill.cells'),
      columns: [
        { id: 'id', name: t('landfill.code') },
        { id: 'name', name: t('landfill.cells') },
        { id: 'status', name: t('landfill.status') },
        { id: 'filledM3', name: t('landfill.filled'), unit: 'm³' },
        { id: 'capacityM3', name: t('landfill.capacity'), unit: 'm³' },
      ],
      rows: cells.map((cell) => ({ ...cell, status: words.status('landfill-cells', cell.status).name })),
    }
  }

  function wellTable({ wells }: LandfillOutlook): HandoutTable {
    return {
      name: t('landfill.wells'),
      columns: [
        { id: 'id', name: t('landfill.code') },
        { id: 'name', name: t('landfill.wells') },
        { id: 'status', name: t('landfill.status') },
        { id: 'levelM', name: t('landfill.level'), unit: 'm', digits: 2 },
        { id: 'warningLevelM', name: t('landfill.warning'), unit: 'm', digits: 2 },
        { id: 'belowWarningM', name: t('landfill.belowWarning'), unit: 'm', digits: 2 },
      ],
      rows: wells.map((well) => ({ ...well, status: words.status('landfill-wells', well.status).name })),
    }
  }

  function flareTable({ flares }: LandfillOutlook): HandoutTable {
    return {
      name: t('landfill.flares'),
      columns: [
        { id: 'id', name: t('landfill.code') },
        { id: 'name', name: t('landfill.flares') },
        { id: 'status', name: t('landfill.status') },
        { id: 'since', name: t('landfill.sinceWhen') },
        { id: 'temperatureC', name: t('landfill.quantity.flare-temperature-c'), unit: '°C' },
        { id: 'outBelowC', name: t('landfill.outBelow'), unit: '°C' },
        { id: 'methanePercent', name: t('landfill.quantity.flare-methane-percent'), unit: '%', digits: 1 },
        { id: 'gasM3h', name: t('landfill.quantity.flare-gas-m3h'), unit: 'm³/h' },
        { id: 'readAt', name: t('landfill.readAt') },
      ],
      rows: flares.map((flare) => ({ ...flare, status: words.status('landfill-flares', flare.status).name })),
    }
  }

  function surveyTable(outlook: LandfillOutlook): HandoutTable {
    return {
      name: t('landfill.surveys'),
      columns: [
        { id: 'day', name: t('landfill.surveyDay') },
        { id: 'filledM3', name: t('landfill.filled'), unit: 'm³' },
        { id: 'perDay', name: t('landfill.perDay'), unit: t('landfill.m3PerDay'), digits: 1 },
      ],
      rows: stepsOf(outlook.surveys).map(({ at, ...step }) => ({ day: dayOf(at), ...step })),
    }
  }

  /** The landfill, its cells, its wells and its flares with what is known of each. */
  function placesOf({ id, name, capacityM3, filledM3, cells, wells, flares }: LandfillOutlook): FeatureCollection {
    const known = new Map<string, object>([
      [id, { id, name, capacityM3, filledM3 }],
      ...[...cells, ...wells, ...flares].map((one): [string, object] => [one.id, one]),
    ])
    return {
      type: 'FeatureCollection',
      features: (things ?? []).flatMap((thing) => {
        const properties = known.get(thing.id)
        return properties
          ? [{ type: 'Feature' as const, id: thing.id, geometry: thing.geometry as Geometry, properties }]
          : []
      }),
    }
  }
}

const UNITS = {
  ...{ capacityM3: 'm³', filledM3: 'm³', levelM: 'm', warningLevelM: 'm', belowWarningM: 'm' },
  ...{ temperatureC: '°C', outBelowC: '°C', methanePercent: '%', gasM3h: 'm³/h', ratedM3h: 'm³/h' },
}
