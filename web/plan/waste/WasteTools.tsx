import { useTranslation } from 'react-i18next'
import { dayOf, number } from '../../format.ts'
import type { Handout, HandoutColumn } from '../export/handout.ts'
import { StudyTools } from '../print/StudyTools.tsx'
import { useWaste } from './use-waste.ts'

export function WasteTools() {
  const { t } = useTranslation()
  const { balance } = useWaste()
  return <StudyTools of={handoutOf()} />

  function handoutOf(): Handout | undefined {
    if (!balance.data) return undefined
    const { projects, days, from, to, tolerancePercent, loads } = balance.data
    const columns: HandoutColumn[] = [
      { id: 'projectId', name: t('ranked.code') },
      { id: 'projectName', name: t('waste.column.site') },
      { id: 'loads', name: t('waste.unitLoads'), digits: 0 },
      { id: 'open', name: t('waste.notArrived'), digits: 0 },
      { id: 'dischargedT', name: t('waste.figure.out'), unit: 't', digits: 2 },
      { id: 'receivedT', name: t('waste.figure.in'), unit: 't', digits: 2 },
      { id: 'missingT', name: t('waste.column.missing'), unit: 't', digits: 2 },
      { id: 'missingPercent', name: t('waste.share'), unit: '%', digits: 2 },
      { id: 'flagged', name: t('waste.flagged') },
    ]
    return {
      ...{ id: 'waste-balance', title: t('plan.study.waste-balance') },
      subtitle: `${dayOf(from)} – ${dayOf(Date.parse(to) - 1)}`,
      sources: [t('waste.source', { n: number(tolerancePercent, 1) })],
      tables: [
        { name: t('waste.projects'), columns, rows: projects, note: t('waste.sum', { n: number(loads) }) },
        { name: t('waste.days'), columns: [{ id: 'date', name: t('waste.date') }, ...columns], rows: days },
      ],
    }
  }
}
