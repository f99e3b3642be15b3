import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import type { Handout } from '../export/handout.ts'
import { StudyTools } from '../print/StudyTools.tsx'
import { pointsOf } from '../ranked/points-of.ts'
import { sideOf } from '../ranked/side-of.ts'
import { useCatalogueWords } from '../use-catalogue-words.ts'
import { useDrains } from './use-drains.ts'

export function DrainsTools() {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useCatalogueWords()
  const { asked, rain, dredging } = useDrains()
  const common = { id: `drains-${asked.list}`, title: t(`drains.list.${asked.list}`) }
  const column = (id: string, name: string, unit?: string, digits?: number) => ({
    ...{ id, name },
    ...(unit ? { unit } : {}),
    ...(digits === undefined ? {} : { digits }),
  })
  let handout: Handout | undefined
  if (asked.list === 'rain' && rain.data) {
    const rows = rain.data.rows.map((row) => ({ ...row, status: words.status('drains', row.status).name }))
    handout = {
      ...common,
      sources: [sideOf(rain.data.rules.source, language)],
      filter: t('drains.filterRain', { n: number(rain.data.rainMm) }),
      tables: [
        {
          name: common.title,
          note: t('drains.base', { n: number(rows.length), all: number(rain.data.total) }),
          columns: [
            column('rank', t('ranked.rank')),
            column('id', t('ranked.code')),
            column('road', t('drains.road')),
            column('status', t('drains.status')),
            column('catchmentM2', t('drains.catchment'), 'm²', 0),
            column('shut', t('drains.shutSum'), undefined, 2),
            column('blockedM3', t('drains.leftSum'), 'm³', 1),
            column('score', t('drains.score'), undefined, 1),
          ],
          rows: rows.map(({ location: _, ...row }) => row),
        },
      ],
      places: { features: pointsOf(rows), units: { catchmentM2: 'm²', blockedM3: 'm³', sinkDepthM: 'm' } },
    }
  } else if (asked.list === 'dredging' && dredging.data) {
    const rows = dredging.data.overdue
      .filter(({ kind }) => asked.kind === undefined || kind === asked.kind)
      .map((row) => ({ ...row, kind: words.choice('drains', 'kind', row.kind) }))
    handout = {
      ...common,
      sources: [sideOf(dredging.data.source, language)],
      tables: [
        {
          name: common.title,
          columns: [
            column('id', t('ranked.code')),
            column('kind', t('drains.kind')),
            column('road', t('drains.road')),
            column('dredgedOn', t('drains.lastOn')),
            column('dueOn', t('drains.dueOn')),
            column('daysLate', t('drains.column.late'), t('drains.unitDays'), 0),
          ],
          rows: rows.map(({ location: _, ...row }) => row),
        },
      ],
      places: { features: pointsOf(rows), units: {} },
    }
  }
  return <StudyTools of={handout} />
}
