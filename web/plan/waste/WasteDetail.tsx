import { useTranslation } from 'react-i18next'
import type { BalanceRow, WasteBalance } from '../../../server/contract/manifest.ts'
import { number, signed } from '../../format.ts'
import { Working } from '../ranked/Working.tsx'
import { DayBars } from './DayBars.tsx'
import { useWaste } from './use-waste.ts'

/** The chosen project's balance, day by day; without one, the worst's. */
export function WasteDetail() {
  const { t } = useTranslation()
  const { asked, balance } = useWaste()
  const of = balance.data
  if (!of) return null
  const project = of.projects.find(({ projectId }) => projectId === asked.at) ?? of.projects[0]
  return (
    <div className="ranked-detail">
      {project ? (
        <Project project={project} of={of} />
      ) : (
        <p className="ranked-none">{t('waste.none', { n: asked.days })}</p>
      )}
      <p className="ranked-source">{t('waste.source', { n: number(of.tolerancePercent, 1) })}</p>
    </div>
  )
}

function Project({ project, of }: { project: BalanceRow; of: WasteBalance }) {
  const { t } = useTranslation()
  const days = of.days.filter(({ projectId }) => projectId === project.projectId)
  const flagged = days.filter((day) => day.flagged)
  const { missingT, missingPercent, open } = project
  return (
    <>
      <header>
        <h2>{project.projectName}</h2>
        <p className="hero">
          {signed(missingT, 2)}
          <small>{t(missingT >= 0 ? 'waste.heroMissing' : 'waste.heroMore')}</small>
        </p>
        <p>{t(project.flagged ? 'waste.isFlagged' : 'waste.isWithin', { n: number(of.tolerancePercent, 1) })}</p>
      </header>
      <Working
        title={t('waste.working')}
        terms={[
          {
            ...{ id: 'out', name: t('waste.figure.out'), value: number(project.dischargedT, 2), unit: 't' },
            note: t('waste.loads', { n: number(project.loads) }),
          },
          {
            ...{ id: 'in', sign: '−', name: t('waste.figure.in'), value: number(project.receivedT, 2), unit: 't' },
            ...(open > 0 ? { note: t('waste.openNote', { n: number(open) }) } : {}),
          },
          {
            id: 'missing',
            sign: '=',
            name: t('waste.column.missing'),
            value: signed(missingT, 2),
            unit: 't',
            sum: true,
          },
          {
            ...{ id: 'share', sign: '÷', name: t('waste.share') },
            ...(missingPercent === null ? { value: '—' } : { value: signed(missingPercent, 2), unit: '%' }),
          },
        ]}
      />
      <DayBars rows={days} of={of} />
      {flagged.length > 0 ? (
        <table className="ranked-table">
          <caption>{t('waste.flaggedDays', { n: number(flagged.length), all: number(days.length) })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('waste.date')}</th>
              <th scope="col">{t('waste.figure.out')}</th>
              <th scope="col">{t('waste.figure.in')}</th>
              <th scope="col">{t('waste.column.missing')}</th>
            </tr>
          </thead>
          <tbody>
            {flagged.slice(0, 10).map((day) => (
              <tr key={day.date}>
                <th scope="row">{day.date}</th>
                <td>{number(day.dischargedT, 2)}</td>
                <td>{number(day.receivedT, 2)}</td>
                <td>{signed(day.missingT, 2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  )
}
