import './sheet-desk.css'
import '../../i18n/plan-print-words.ts'
import { useMemo, useState } from 'react'
import type { City } from '../../../server/contract/city.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { LayerPicture } from '../../api.ts'
import { ThemeOfPage } from '../../console/theme-of-page.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import type { MapSurface } from '../../map/map-surface.ts'
import type { MapDrawing } from '../map-drawing.ts'
import { usePlanPicture } from '../use-plan-picture.ts'
import { type Paper, planSheet } from './paper.ts'
import { SheetCard } from './SheetCard.tsx'
import { SheetFrame } from './SheetFrame.tsx'
import { SheetPages } from './SheetPages.tsx'
import { orderSheet, type SheetOrder, useSheetOrder } from './sheet-order.ts'
import { pagesOf } from './sheet-tables.ts'
import { DEFAULT_SCALE, type Ground } from './true-scale.ts'
import { useGoToSheet } from './use-go-to-sheet.ts'
import { usePrintKey } from './use-print-key.ts'
import { useSheetPrint } from './use-sheet-print.ts'

interface SheetDeskProps {
  city: City
  catalogue: LayerPicture[]
  drawing: MapDrawing | undefined
  surface: MapSurface | null
}

/** Lays a sheet over the map while one is ordered, and prints it. Paper is light, whatever the screen is. */
export function SheetDesk({ surface, ...rest }: SheetDeskProps) {
  const order = useSheetOrder()
  return order && surface ? (
    <ThemeOfPage value="light">
      <LaidSheet key={order.handout.id} order={order} surface={surface} {...rest} />
    </ThemeOfPage>
  ) : null
}

interface LaidSheetProps extends Omit<SheetDeskProps, 'surface'> {
  surface: MapSurface
  order: SheetOrder
}

function LaidSheet({ city, catalogue, drawing, surface, order }: LaidSheetProps) {
  const language = useLanguage()
  const { handout } = order
  const [paper, setPaper] = useState<Paper>({ size: order.paper, orientation: 'landscape' })
  const [scale, setScale] = useState<number>(DEFAULT_SCALE)
  const [withTables, setWithTables] = useState(true)
  const [centre, setCentre] = useState<LngLat>(() => middleOf(surface))
  const plan = useMemo(() => planSheet(paper), [paper])
  const ground = useMemo<Ground>(() => ({ centre, scale, pixels: plan.mapPixels }), [centre, scale, plan])
  // Paper has no line that is dragged: of two periods it shows the present one.
  const swipe = drawing?.swipe
  const shown = useMemo(() => drawing && (swipe ? { ...drawing, ...swipe } : drawing), [drawing, swipe])
  const picture = usePlanPicture({ catalogue, drawing: shown })
  const tables = useMemo(() => (withTables ? handout.tables : []), [withTables, handout])
  const tablePages = useMemo(() => pagesOf(tables, plan), [tables, plan])
  const goTo = useGoToSheet(surface, ground)
  const printing = useSheetPrint({ city, layers: catalogue, picture, ground, language })
  usePrintKey(true, printing.print)
  return (
    <>
      <SheetFrame surface={surface} ground={ground} onMove={setCentre} />
      <SheetCard
        {...{ paper, scale, withTables, plan, printing }}
        pages={1 + tablePages.length}
        hasTables={handout.tables.some(({ rows }) => rows.length > 0)}
        onPaper={(next) => {
          setPaper(next)
          goTo({ ...ground, pixels: planSheet(next).mapPixels })
        }}
        onScale={(next) => {
          setScale(next)
          goTo({ ...ground, scale: next })
        }}
        onTables={setWithTables}
        onClose={() => orderSheet(undefined)}
      />
      {printing.picture ? (
        <SheetPages
          {...{ city, catalogue, drawing, handout, plan, ground, tables, tablePages }}
          image={printing.picture.url}
          now={printing.picture.now}
        />
      ) : null}
    </>
  )
}

function middleOf(surface: MapSurface): LngLat {
  const { lng, lat } = surface.view()
  return [lng, lat]
}
