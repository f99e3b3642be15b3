import './study-tools.css'
import '../../i18n/plan-print-words.ts'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCityName } from '../../console/use-city-name.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { exportGeoJson } from '../export/export-geojson.ts'
import { exportTable } from '../export/export-table.ts'
import type { Handout } from '../export/handout.ts'
import { useAway } from '../use-away.ts'
import { PAPERS, type PaperSize } from './paper.ts'
import { orderSheet, useSheetOrder } from './sheet-order.ts'
import { usePrintKey } from './use-print-key.ts'

interface StudyToolsProps {
  /** Undefined while there is nothing yet; a function where much has to be named for it, which is done when it is given out. */
  of: Handout | (() => Handout) | undefined
}

/** What a study gives out: on paper, as a workbook, as places. */
export function StudyTools({ of: told }: StudyToolsProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const city = useCityName()
  const order = useSheetOrder()
  const [open, setOpen] = useState(false)
  const [failed, setFailed] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const laying = order !== undefined
  const make = (): Handout | undefined => (typeof told === 'function' ? told() : told)
  const isAsked = open || laying
  // biome-ignore lint/correctness/useExhaustiveDependencies: `make` is of what is told
  const of = useMemo(() => (isAsked ? make() : undefined), [told, isAsked])
  // What lies on the map follows the study, stays while the study is being reckoned anew, and goes with it.
  useEffect(() => {
    if (of && laying && order.handout !== of) orderSheet({ ...order, handout: of })
  }, [of, order, laying])
  useEffect(() => () => orderSheet(undefined), [])
  usePrintKey(!laying && told !== undefined, () => {
    const handout = make()
    if (handout) orderSheet({ paper: 'a3', handout })
  })
  useAway(box, open, () => setOpen(false))

  const choose = (act: () => void): void => {
    setOpen(false)
    setFailed(false)
    act()
  }
  const print = (paper: PaperSize) => () => choose(() => of && orderSheet({ paper, handout: of }))
  const table = (): void =>
    choose(() => of && city && void exportTable(of, city, language).catch(() => setFailed(true)))
  const places = (): void => choose(() => of && city && exportGeoJson(of, city, language))
  const noTable = (of?.tables.length ?? 0) === 0
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc is heard for what is inside
    <div
      ref={box}
      className="study-tools"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        setOpen(false)
        box.current?.querySelector('button')?.focus()
      }}
    >
      <Button
        small
        aria-expanded={open}
        disabled={!told}
        title={told ? t('sheet.giveHint') : t('sheet.nothing')}
        onClick={() => setOpen(!open)}
      >
        {t('sheet.give')}
      </Button>
      {open ? (
        <div className="plan-menu study-tools-list">
          {PAPERS.map((paper) => (
            <button key={paper} type="button" onClick={print(paper)}>
              <span>{t('sheet.printPaper', { paper: paper.toUpperCase() })}</span>
              {paper === 'a3' ? <Kbd>Ctrl P</Kbd> : null}
            </button>
          ))}
          <button type="button" disabled={noTable} title={noTable ? t('sheet.noTable') : undefined} onClick={table}>
            {t('sheet.asTable')}
          </button>
          <button
            type="button"
            disabled={!of?.places}
            title={of?.places ? undefined : t('sheet.noPlaces')}
            onClick={places}
          >
            {t('sheet.asPlaces')}
          </button>
        </div>
      ) : null}
      {failed ? <p role="alert">{t('sheet.tableFailed')}</p> : null}
    </div>
  )
}
