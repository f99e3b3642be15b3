import { useTranslation } from 'react-i18next'
import type { CleanFirst, CleanFirstRow } from '../../../server/contract/drain.ts'
import { number } from '../../format.ts'
import { ThingLink } from '../ranked/ThingLink.tsx'
import { Working } from '../ranked/Working.tsx'
import { useCatalogueWords } from '../use-catalogue-words.ts'
import { reckon } from './shut-of.ts'

/** How an inlet comes to its place: how shut it is, how much rain it leaves in the street, and where. */
export function InletWorking({ row, of: { rainMm, rules, ground } }: { row: CleanFirstRow; of: CleanFirst }) {
  const { t } = useTranslation()
  const words = useCatalogueWords()
  const { id, name, rank, location, status, faults, lateCycles, catchmentM2, sinkDepthM } = row
  const by = reckon(row, rainMm, rules)
  const tenth = by.blockedM3 < 100 ? 1 : 0
  const percent = (share: number): string => number(share * 100)
  return (
    <>
      <header>
        <h2>{name}</h2>
        <ThingLink id={id} layer="drains" location={location} />
        <p className="hero">
          {number(row.blockedM3, tenth)}
          <small>{t('drains.heroLeft', { rank: number(rank), rain: number(rainMm) })}</small>
        </p>
      </header>
      <Working
        title={t('drains.shut')}
        terms={[
          {
            ...{ id: 'status', name: words.status('drains', status).name, note: t('drains.shutByStatus') },
            ...{ value: percent(by.byStatus), unit: '%' },
          },
          {
            ...{ id: 'faults', sign: '+', name: t('drains.faults', { n: number(faults), months: rules.faultMonths }) },
            ...{ note: t('drains.each', { n: percent(rules.shutPerFault) }), value: percent(by.byFaults), unit: '%' },
          },
          {
            ...{ id: 'late', sign: '+', name: t('drains.lateCycles', { n: number(lateCycles, 2) }) },
            ...{ note: t('drains.each', { n: percent(rules.shutPerLateCycle) }), value: percent(by.byLate), unit: '%' },
          },
          {
            ...{ id: 'shut', sign: '=', name: t('drains.shutSum'), value: percent(by.shut), unit: '%', sum: true },
            note: t('drains.atMost'),
          },
        ]}
      />
      <Working
        title={t('drains.left')}
        terms={[
          { id: 'rain', name: t('drains.rain'), value: number(rainMm), unit: 'mm' },
          { id: 'runoff', sign: '×', name: t('drains.runoff'), value: number(rules.runoff, 2) },
          {
            ...{ id: 'catchment', sign: '×', name: t('drains.catchment'), value: number(catchmentM2), unit: 'm²' },
            note: t(row.inStream ? 'drains.inStream' : ground === 'relief' ? 'drains.fromRelief' : 'drains.assumed', {
              n: number(rules.streamM2 / 1e6, 2),
            }),
          },
          { id: 'shut', sign: '×', name: t('drains.shutSum'), value: percent(by.shut), unit: '%' },
          {
            id: 'left',
            sign: '=',
            name: t('drains.leftSum'),
            value: number(by.blockedM3, tenth),
            unit: 'm³',
            sum: true,
          },
        ]}
      />
      <Working
        title={t('drains.order')}
        terms={[
          { id: 'left', name: t('drains.leftSum'), value: number(by.blockedM3, tenth), unit: 'm³' },
          {
            id: 'low',
            sign: '×',
            name: t(row.lowPlace ? 'drains.lowPlace' : 'drains.notLow'),
            value: number(by.low, 2),
          },
          {
            ...{ id: 'sink', sign: '×', value: number(by.deep, 2) },
            name: sinkDepthM === null ? t('drains.sinkUnknown') : t('drains.sink', { n: number(sinkDepthM, 1) }),
          },
          { id: 'score', sign: '=', name: t('drains.score'), value: number(by.score, tenth), sum: true },
        ]}
      />
    </>
  )
}
