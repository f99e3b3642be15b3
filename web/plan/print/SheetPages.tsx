import './print.css'
import { createPortal } from 'react-dom'
import type { City } from '../../../server/contract/city.ts'
import type { LayerPicture } from '../../api.ts'
import type { Handout, HandoutTable } from '../export/handout.ts'
import type { MapDrawing } from '../map-drawing.ts'
import { MapPage } from './MapPage.tsx'
import type { SheetPlan } from './paper.ts'
import { TableSheet } from './TableSheet.tsx'
import type { TablePage } from './table-pages.ts'
import type { Ground } from './true-scale.ts'

export interface SheetPagesProps {
  city: City
  catalogue: LayerPicture[]
  drawing: MapDrawing | undefined
  handout: Handout
  plan: SheetPlan
  ground: Ground
  tables: readonly HandoutTable[]
  tablePages: readonly TablePage[]
  /** Address of the map's picture. */
  image: string
  /** Epoch ms. */
  now: number
}

/** All that goes on paper, beside the page and not seen on the screen. */
export function SheetPages({ plan, tables, tablePages, ...rest }: SheetPagesProps) {
  const pages = 1 + tablePages.length
  return createPortal(
    <div className="plan-sheets" data-theme="light" aria-hidden="true">
      <style>{`@page { size: ${plan.width}mm ${plan.height}mm; margin: 0 }`}</style>
      <MapPage plan={plan} pages={pages} {...rest} />
      {tablePages.map((page, index) => {
        const table = tables[page.table]
        return table ? (
          <TableSheet
            // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name than their number
            key={index}
            {...{ plan, page, table, pages }}
            number={index + 2}
            {...rest}
          />
        ) : null
      })}
    </div>,
    document.body,
  )
}
