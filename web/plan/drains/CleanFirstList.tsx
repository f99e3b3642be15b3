import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { Slider } from '../../ui/Slider.tsx'
import { Figures } from '../Figures.tsx'
import { Reckoning } from '../Reckoning.tsx'
import { useFocus } from '../ranked/focus.tsx'
import { RankedRows } from '../ranked/RankedRows.tsx'
import { useCatalogueWords } from '../use-catalogue-words.ts'
import { RAIN, rainGrade } from './drains-search.ts'
import { useDrains } from './use-drains.ts'

/** 汛前清掏: which inlets to clean before so much rain falls. */
export function CleanFirstList() {
  const { t } = useTranslation()
  const words = useCatalogueWords()
  const { goTo } = useFocus()
  const { asked, change, reckoned } = useDrains()
  return (
    <>
      <Slider
        name={t('drains.rain')}
        value={asked.rainMm}
        was={RAIN.standard}
        {...{ min: RAIN.least, max: RAIN.most, step: RAIN.step }}
        words={t('drains.rainWords', { n: number(asked.rainMm), grade: t(`drains.grade.${rainGrade(asked.rainMm)}`) })}
        onChange={(next) => change({ rain: next === RAIN.standard ? undefined : String(next) })}
      />
      <Reckoning of={reckoned.rain} title={t('drains.rainFailed')}>
        {({ rows, total, ground, cellM, rules }) => {
          // What flows past several inlets is in the catchment of each: the cubic metres must not be added up.
          const half = rows.filter(({ shut }) => shut >= 0.5).length
          const low = rows.filter(({ lowPlace, sinkDepthM }) => lowPlace || (sinkDepthM ?? 0) > 0).length
          return (
            <>
              <Figures
                of={[
                  { id: 'half', name: t('drains.figure.half'), value: number(half), unit: t('drains.unit') },
                  { id: 'low', name: t('drains.figure.low'), value: number(low), unit: t('drains.unit') },
                  { id: 'inlets', name: t('drains.figure.inlets'), value: number(total), unit: t('drains.unit') },
                ]}
              />
              <RankedRows
                label={t('drains.list.rain')}
                heads={[t('drains.column.inlet'), t('drains.column.left')]}
                rows={rows.map(({ id, name, road, status, lowPlace, sinkDepthM, blockedM3, score }) => ({
                  ...{
                    id,
                    title: road || name,
                    figure: t('drains.m3', { n: number(blockedM3, blockedM3 < 100 ? 1 : 0) }),
                  },
                  note: [
                    words.status('drains', status).name,
                    lowPlace ? t('drains.lowPlace') : '',
                    (sinkDepthM ?? 0) > 0 ? t('drains.sink', { n: number(sinkDepthM ?? 0, 1) }) : '',
                    // By what the cubic metres weigh more there: without it the list seems to be out of order.
                    score > blockedM3 * 1.05 ? t('drains.weighs', { n: number(score / blockedM3, 1) }) : '',
                  ]
                    .filter(Boolean)
                    .join(' · '),
                }))}
                chosen={asked.at ?? rows[0]?.id}
                onChoose={(id) => {
                  const row = rows.find((one) => one.id === id)
                  change({ at: id === asked.at ? undefined : id })
                  if (row && id !== asked.at) goTo(row.location)
                }}
                none={t('drains.noInlets')}
              />
              <p className="ranked-base">
                {t('drains.base', { n: number(rows.length), all: number(total) })}{' '}
                {ground === 'relief'
                  ? t('drains.byRelief', { n: number(cellM ?? 0) })
                  : t('drains.noRelief', { n: number(rules.assumedCatchmentM2) })}
              </p>
            </>
          )
        }}
      </Reckoning>
    </>
  )
}
