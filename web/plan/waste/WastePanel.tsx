import { useTranslation } from 'react-i18next'
import { may } from '../../../server/contract/permission.ts'
import { number, signed } from '../../format.ts'
import { useActor } from '../../me/use-me.ts'
import { Slider } from '../../ui/Slider.tsx'
import { Figures } from '../Figures.tsx'
import { Reckoning } from '../Reckoning.tsx'
import { RankedRows } from '../ranked/RankedRows.tsx'
import { ManifestImport } from './ManifestImport.tsx'
import { useChooseProject } from './use-choose-project.ts'
import { useWaste } from './use-waste.ts'
import { SPANS, TOLERANCE } from './waste-search.ts'

/** 建筑垃圾平衡: what left the sites less what arrived. */
export function WastePanel() {
  const { t } = useTranslation()
  const actor = useActor()
  const choose = useChooseProject()
  const { asked, change, reckoned } = useWaste()
  return (
    <div className="ranked waste">
      <div className="ranked-fields">
        <label className="ranked-select">
          {t('waste.span')}
          <select
            value={asked.days}
            onChange={({ target }) => change({ days: target.value === '30' ? undefined : target.value })}
          >
            {SPANS.map((days) => (
              <option key={days} value={days}>
                {t('waste.lastDays', { n: days })}
              </option>
            ))}
          </select>
        </label>
        <Slider
          name={t('waste.tolerance')}
          value={asked.tolerance}
          was={TOLERANCE.standard}
          {...{ min: TOLERANCE.least, max: TOLERANCE.most, step: TOLERANCE.step }}
          words={t('waste.percent', { n: number(asked.tolerance, 1) })}
          onChange={(next) => change({ tol: next === TOLERANCE.standard ? undefined : String(next) })}
        />
      </div>
      <Reckoning of={reckoned} title={t('waste.failed')}>
        {({ projects, loads }) => {
          const sum = (of: 'dischargedT' | 'receivedT' | 'open'): number =>
            projects.reduce((all, one) => all + one[of], 0)
          return (
            <>
              <Figures
                of={[
                  { id: 'out', name: t('waste.figure.out'), value: number(sum('dischargedT')), unit: 't' },
                  { id: 'in', name: t('waste.figure.in'), value: number(sum('receivedT')), unit: 't' },
                  {
                    ...{ id: 'flagged', name: t('waste.figure.flagged'), unit: t('waste.unitSites') },
                    value: number(projects.filter(({ flagged }) => flagged).length),
                  },
                ]}
              />
              <RankedRows
                label={t('waste.projects')}
                heads={[t('waste.column.site'), t('waste.column.missing')]}
                rows={projects.map(
                  ({ projectId, projectName, loads: own, open, missingT, missingPercent, flagged }) => ({
                    ...{ id: projectId, title: projectName, strong: flagged },
                    note: [
                      flagged ? t('waste.flagged') : '',
                      t('waste.loads', { n: number(own) }),
                      open > 0 ? t('waste.open', { n: number(open) }) : '',
                      missingPercent === null ? '' : t('waste.signedPercent', { n: signed(missingPercent, 1) }),
                    ]
                      .filter(Boolean)
                      .join(' · '),
                    figure: t('waste.tonnes', { n: signed(missingT, 1) }),
                  }),
                )}
                chosen={asked.at ?? projects[0]?.projectId}
                onChoose={choose}
                none={t('waste.none', { n: asked.days })}
              />
              <p className="ranked-base">{t('waste.base', { n: number(loads), days: asked.days })}</p>
            </>
          )
        }}
      </Reckoning>
      {actor && may(actor, 'write', 'manifest') ? <ManifestImport /> : null}
    </div>
  )
}
