import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Figures } from '../Figures.tsx'
import { Reckoning } from '../Reckoning.tsx'
import { useFocus } from '../ranked/focus.tsx'
import { RankedRows } from '../ranked/RankedRows.tsx'
import { usePlanLayers } from '../use-plan-layers.ts'
import { MOST, useReplacement } from './use-replacement.ts'

/** 更新改造: what is old, fails often and costs. */
export function ReplacementPanel() {
  const { t } = useTranslation()
  const language = useLanguage()
  const layers = usePlanLayers()
  const { goTo } = useFocus()
  const { asked, change, reckoned } = useReplacement()
  const nameOf = (id: string): string => layers?.find((one) => one.id === id)?.name[language] ?? id
  return (
    <div className="ranked">
      <Reckoning of={reckoned} title={t('replacement.failed')}>
        {({ rows, total, unknownAge, costYuan, rules }) => (
          <>
            <Choice
              label={t('replacement.layers')}
              value={asked.layer ?? 'all'}
              options={[
                { id: 'all', name: t('replacement.all') },
                ...rules.layers.map(({ layer }) => ({ id: layer, name: nameOf(layer) })),
              ]}
              onChange={(id) => change({ layer: id === 'all' ? undefined : id, at: undefined })}
            />
            <div className="ranked-fields">
              <label className="ranked-select">
                {t('replacement.most')}
                <select
                  value={asked.most}
                  onChange={({ target }) => change({ most: target.value === '200' ? undefined : target.value })}
                >
                  {MOST.map((most) => (
                    <option key={most} value={most}>
                      {t('replacement.first', { n: number(most) })}
                    </option>
                  ))}
                </select>
              </label>
            </div>
            <Figures
              of={[
                {
                  ...{ id: 'cost', name: t('replacement.figure.cost', { n: number(rows.length) }) },
                  ...{ value: number(costYuan / 10_000, 1), unit: t('replacement.tenThousand') },
                },
                {
                  ...{ id: 'beyond', name: t('replacement.figure.beyond'), unit: t('replacement.unit') },
                  value: number(rows.filter(({ beyondLife }) => beyondLife).length),
                },
                { id: 'all', name: t('replacement.figure.all'), value: number(total), unit: t('replacement.unit') },
              ]}
            />
            <RankedRows
              label={t('plan.study.replacement')}
              heads={[t('replacement.column.thing'), t('replacement.column.score')]}
              rows={rows.map(({ id, name, faults, ageYears, beyondLife, score }) => ({
                ...{ id, title: name, figure: number(score), strong: beyondLife },
                note: [
                  beyondLife ? t('replacement.beyondShort') : '',
                  t('replacement.faults', { n: number(faults) }),
                  t('replacement.years', { n: number(ageYears, 1) }),
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
              none={t('replacement.none')}
            />
            <p className="ranked-base">
              {t('replacement.base', { n: number(rows.length), all: number(total), unknown: number(unknownAge) })}
            </p>
          </>
        )}
      </Reckoning>
    </div>
  )
}
