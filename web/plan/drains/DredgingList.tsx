import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Figures } from '../Figures.tsx'
import { Reckoning } from '../Reckoning.tsx'
import { useFocus } from '../ranked/focus.tsx'
import { RankedRows } from '../ranked/RankedRows.tsx'
import { useCatalogueWords } from '../use-catalogue-words.ts'
import { KINDS } from './drains-search.ts'
import { useDrains } from './use-drains.ts'

/** 清掏周期: which drains are overdue, the latest first. */
export function DredgingList() {
  const { t } = useTranslation()
  const words = useCatalogueWords()
  const { goTo } = useFocus()
  const { asked, change, reckoned } = useDrains()
  return (
    <Reckoning of={reckoned.dredging} title={t('drains.dredgingFailed')}>
      {({ kinds, overdue, total }) => {
        const own = kinds.filter(({ kind }) => asked.kind === undefined || kind === asked.kind)
        const sum = (of: 'drains' | 'overdue' | 'neverDredged' | 'dueSoon'): number =>
          own.reduce((all, one) => all + one[of], 0)
        const rows = overdue.filter(({ kind }) => asked.kind === undefined || kind === asked.kind)
        return (
          <>
            <Choice
              label={t('drains.kind')}
              value={asked.kind ?? 'all'}
              options={['all' as const, ...KINDS].map((id) => ({ id, name: t(`drains.kind.${id}`) }))}
              onChange={(kind) => change({ kind: kind === 'all' ? undefined : kind, at: undefined })}
            />
            <Figures
              of={[
                {
                  id: 'overdue',
                  name: t('drains.figure.overdue'),
                  value: number(sum('overdue')),
                  unit: t('drains.unit'),
                },
                {
                  id: 'never',
                  name: t('drains.figure.never'),
                  value: number(sum('neverDredged')),
                  unit: t('drains.unit'),
                },
                { id: 'all', name: t('drains.figure.all'), value: number(sum('drains')), unit: t('drains.unit') },
              ]}
            />
            <RankedRows
              label={t('drains.list.dredging')}
              heads={[t('drains.column.drain'), t('drains.column.late')]}
              rows={rows.map(({ id, name, road, kind, dredgedOn, daysLate }) => ({
                ...{ id, title: road || name },
                note: [
                  words.choice('drains', 'kind', kind),
                  dredgedOn === null ? t('drains.never') : t('drains.last', { day: dredgedOn }),
                ].join(' · '),
                figure: daysLate === null ? '—' : t('drains.days', { n: number(daysLate) }),
              }))}
              chosen={asked.at}
              onChoose={(id) => {
                const row = rows.find((one) => one.id === id)
                change({ at: id === asked.at ? undefined : id })
                if (row && id !== asked.at) goTo(row.location)
              }}
              none={t('drains.noneLate')}
            />
            <p className="ranked-base">
              {t('drains.dredgingBase', {
                n: number(overdue.length),
                all: number(total),
                soon: number(sum('dueSoon')),
              })}
            </p>
          </>
        )
      }}
    </Reckoning>
  )
}
