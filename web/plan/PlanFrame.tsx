import { Fragment, type ReactNode, useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DrawingStore, drawingStore } from './drawing-store.ts'
import { PlanMap } from './PlanMap.tsx'
import { StudyMenu } from './StudyMenu.tsx'
import type { Study } from './studies.ts'
import { useListKeys } from './use-list-keys.ts'

interface PlanFrameProps {
  /** Id of the study that is chosen. */
  entry: string
  /** Undefined while its file comes. */
  study: Study | undefined
  /** Stands in the panel until then. */
  children: ReactNode
}

/** The places of a study on the page: panel left, map in the middle with the foot over it, detail right. The map is the same for all studies. */
export function PlanFrame({ entry, study, children }: PlanFrameProps) {
  const { t } = useTranslation()
  const [drawing] = useState(drawingStore)
  const Provider = study?.Provider ?? Fragment
  useListKeys()
  return (
    <div className={`plan ${study?.Detail ? 'has-detail' : ''}`}>
      <Provider key={entry}>
        <aside className="plan-panel" aria-label={t('plan.panel')}>
          <header className="plan-head">
            <StudyMenu current={entry} />
            {study?.Tools ? <study.Tools /> : null}
          </header>
          {study ? <study.Panel /> : children}
        </aside>
        {study?.Foot ? (
          <div className="plan-foot">
            <study.Foot />
          </div>
        ) : null}
        {study?.Detail ? (
          <aside className="plan-detail" aria-label={t('plan.detail')}>
            <study.Detail />
          </aside>
        ) : null}
        {study ? <Drawn of={study} into={drawing} /> : null}
      </Provider>
      <PlanMap store={drawing} />
    </div>
  )
}

/** Hands the study's drawing to the map, which lies outside of the study. */
function Drawn({ of, into }: { of: Study; into: DrawingStore }): null {
  const drawing = of.useDrawing()
  useLayoutEffect(() => into.set(drawing), [drawing, into])
  useLayoutEffect(() => () => into.set(undefined), [into])
  return null
}
