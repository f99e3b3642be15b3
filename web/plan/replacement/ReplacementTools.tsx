import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import type { Handout } from '../export/handout.ts'
import { StudyTools } from '../print/StudyTools.tsx'
import { pointsOf } from '../ranked/points-of.ts'
import { sideOf } from '../ranked/side-of.ts'
import { useReplacement } from './use-replacement.ts'

export function ReplacementTools() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { list } = useReplacement()
  return <StudyTools of={list.data && handoutOf()} />

  function handoutOf(): Handout | undefined {
    if (!list.data) return undefined
    const { rows, rules, asOf, total, unknownAge } = list.data
    return {
      ...{ id: 'replacement', title: t('plan.study.replacement'), dataAt: asOf },
      sources: [rules.formula[language], sideOf(rules.source, language)],
      tables: [
        {
          name: t('plan.study.replacement'),
          note: t('replacement.base', { n: number(rows.length), all: number(total), unknown: number(unknownAge) }),
          columns: [
            { id: 'rank', name: t('ranked.rank') },
            { id: 'id', name: t('ranked.code') },
            { id: 'name', name: t('replacement.column.thing') },
            { id: 'faults', name: t('replacement.term.faults', { n: rules.faultMonths }) },
            { id: 'ageYears', name: t('replacement.term.age'), unit: t('replacement.unitYears'), digits: 2 },
            { id: 'costYuan', name: t('replacement.term.cost'), unit: t('replacement.yuan'), digits: 0 },
            { id: 'score', name: t('replacement.column.score'), digits: 0 },
          ],
          rows: rows.map(({ location: _, ...row }) => row),
        },
      ],
      places: { features: pointsOf(rows), units: { ageYears: 'a', costYuan: 'CNY' } },
    }
  }
}
