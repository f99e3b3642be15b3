import '../i18n/dispatch-words.ts'
import './dispatch.css'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskCase } from '../../server/contract/desk-case.ts'
import type { RankedCrew } from '../../server/contract/recommendation.ts'
import { Refusal } from '../api.ts'
import { CONSOLE_SEARCH } from '../console/search/console-search.ts'
import { useOfferSearch } from '../console/search/desk-search.ts'
import { clock } from '../format.ts'
import { useLiveIs } from '../live.ts'
import { useAlarms } from '../live-alarms.ts'
import { Button } from '../ui/Button.tsx'
import { useMedia } from '../ui/use-media.ts'
import { DeskCasePanel } from './case/DeskCasePanel.tsx'
import { useDay } from './day/use-day.tsx'
import { mayAcknowledge, mayDispatch } from './desk/bulk-actions.ts'
import { lightAt } from './desk/case-lights.ts'
import { readKeys } from './desk/desk-keys.ts'
import { findCases } from './desk/find-cases.ts'
import { useDesk } from './desk/use-desk.ts'
import { useDeskKeys } from './desk/use-desk-keys.ts'
import { useKept } from './desk/use-kept.ts'
import { AlarmBar } from './queue/AlarmBar.tsx'
import { BulkSheet } from './queue/BulkSheet.tsx'
import { CrewChooser } from './queue/CrewChooser.tsx'
import { KeysSheet } from './queue/KeysSheet.tsx'
import { MergeSheet } from './queue/MergeSheet.tsx'
import { QueueColumn } from './queue/QueueColumn.tsx'

/** The map in a file of its own: the queue stands before it. */
const DeskMap = lazy(() => import('./desk/LiveDeskMap.tsx').then((module) => ({ default: module.LiveDeskMap })))

/** Below this the queue lies over the map, and can be put away. */
const NARROW = '(max-width: 900px)'

const NO_CREWS: readonly RankedCrew[] = []

/** 派遣: the queue, the map and the case on one screen. */
export function DispatchPage() {
  const { t } = useTranslation()
  const desk = useDesk()
  const { choice, dispatching, bulk, book, address } = desk
  const [settings, setSettings] = useKept('keys', readKeys)
  const [filtersOpen, setFiltersOpen] = useState(false)
  const [sheet, setSheet] = useState<'keys' | 'merge' | 'more'>()
  const narrow = useMedia(NARROW)
  const [queueOpen, setQueueOpen] = useState(true)
  // There is room for one of them beside the map.
  useEffect(() => {
    if (narrow && desk.number !== undefined) setQueueOpen(false)
  }, [narrow, desk.number])
  const is = useLiveIs()
  const { silent } = useAlarms()
  const day = useDay(desk)
  const roles = desk.actor?.roles ?? []
  const isOffline = book.fault instanceof Refusal && book.fault.problem.status === 0
  const why = isOffline ? t('desk.offline') : undefined
  const dispatches = mayDispatch(roles) && !isOffline
  const isQueueShown = !narrow || queueOpen
  useDeskKeys(settings, {
    next: () => desk.step(1),
    previous: () => desk.step(-1),
    open: () => desk.cursor && desk.show(desk.cursor),
    choose: () => {
      const at = desk.cursor ?? desk.opened?.id
      if (at) choice.toggle(at, false)
    },
    dispatch: () => dispatches && dispatching.choose(desk.targets()),
    all: choice.all,
    undo: () => void bulk.undo(),
    search: () => document.getElementById(CONSOLE_SEARCH)?.focus(),
    help: () => setSheet('keys'),
    escape: () => {
      if (filtersOpen) setFiltersOpen(false)
      else if (desk.number) address.open(undefined)
      else if (choice.chosen.size > 0) choice.clear()
      else if (day.isOpen) day.close()
    },
  })
  const lightOf = useCallback((of: DeskCase) => lightAt(of, desk.now), [desk.now])
  useOfferSearch({
    find: (text) => findCases(desk.all, text, desk.now),
    key: settings.on ? settings.keys.search : undefined,
  })
  const chosen = desk.chosenCases()
  const act = (wish: Parameters<typeof bulk.act>[0][number]): void => {
    setSheet(undefined)
    void bulk.act([wish])
  }
  return (
    <div className={`dispatch ${desk.number || day.isOpen ? 'has-case' : ''}`}>
      <AlarmBar
        cases={desk.alarms}
        pending={bulk.pending}
        onShow={desk.show}
        onAcknowledge={
          mayAcknowledge(roles) ? (id) => void bulk.act([{ action: 'acknowledge', input: {}, ids: [id] }]) : undefined
        }
      />
      {silent && desk.alarms.length > 0 ? (
        <p className="dispatch-stale" role="status">
          {t('alarm.silent')}
        </p>
      ) : null}
      {is === 'waiting' && book.asOf > 0 ? (
        <p className="dispatch-stale" role="status">
          {t(isOffline ? 'desk.lostOffline' : 'desk.lost', { time: clock(book.asOf) })}
        </p>
      ) : null}
      <div className="dispatch-main">
        {isQueueShown ? (
          <QueueColumn
            desk={desk}
            filtersOpen={filtersOpen}
            onFilters={setFiltersOpen}
            undoKey={settings.on ? settings.keys.undo : undefined}
            why={why}
            onMerge={() => setSheet('merge')}
            onMore={() => setSheet('more')}
            day={day}
          />
        ) : null}
        <div className="dispatch-map">
          <Suspense fallback={null}>
            <DeskMap
              cases={desk.queue.cases}
              lightOf={lightOf}
              opened={desk.opened?.id ?? null}
              chosen={choice.chosen}
              onOpen={desk.show}
              onChoose={choice.choose}
              ranked={desk.recommendation?.ranked ?? NO_CREWS}
              now={desk.now}
              onDispatch={(ids, crewId) => dispatching.dispatch(ids, crewId)}
              view={address.view}
              onView={address.onView}
              layers={address.layers}
              {...day.map}
              onLayers={address.onLayers}
              keys={settings.on ? settings.keys : undefined}
            />
          </Suspense>
          <div className="dispatch-corner">
            <Link to="/dispatch/handover" className="button button-plain button-small">
              {t('handover.link')}
            </Link>
            {narrow ? (
              <Button small aria-expanded={queueOpen} onClick={() => setQueueOpen(!queueOpen)}>
                {t(queueOpen ? 'desk.hideQueue' : 'desk.showQueue', { n: desk.all.length })}
              </Button>
            ) : null}
            <Button small onClick={() => setSheet('keys')} aria-label={t('desk.keys')}>
              {settings.on ? settings.keys.help : t('desk.keys')}
            </Button>
          </div>
        </div>
        {desk.number ? (
          <DeskCasePanel
            id={desk.opened?.id ?? desk.number}
            recommendation={desk.recommendation}
            onDispatch={(ids, crewId) => dispatching.dispatch(ids, crewId)}
            onClose={() => address.open(undefined)}
            onShowCase={desk.show}
          />
        ) : (
          day.panel
        )}
      </div>
      {dispatching.choosing ? (
        <CrewChooser
          choosing={dispatching.choosing}
          now={desk.now}
          onDispatch={(crewId, reason) =>
            dispatching.dispatch(
              (dispatching.choosing?.cases ?? []).map(({ id }) => id),
              crewId,
              reason || undefined,
            )
          }
          onClose={dispatching.cancel}
        />
      ) : null}
      {sheet === 'keys' ? (
        <KeysSheet
          settings={settings}
          onChange={(next) => setSettings(() => next)}
          onClose={() => setSheet(undefined)}
        />
      ) : null}
      {sheet === 'merge' ? (
        <MergeSheet cases={chosen} now={desk.now} onAct={act} onClose={() => setSheet(undefined)} />
      ) : null}
      {sheet === 'more' ? (
        <BulkSheet cases={chosen} roles={roles} onAct={act} onClose={() => setSheet(undefined)} />
      ) : null}
    </div>
  )
}
