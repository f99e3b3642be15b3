import { useTranslation } from 'react-i18next'
import type { City } from '../../../server/contract/city.ts'
import { clock, dayOf } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { bureauOf } from '../export/about.ts'
import type { Handout, HandoutTable } from '../export/handout.ts'
import type { SheetPlan } from './paper.ts'
import { TableBlock } from './TableBlock.tsx'
import { BLOCK_GAP, type TablePage } from './table-pages.ts'

interface TableSheetProps {
  city: City
  handout: Handout
  plan: SheetPlan
  page: TablePage
  table: HandoutTable
  number: number
  pages: number
  now: number
}

/** A page of a table, with the table's head. */
export function TableSheet({ city, handout, plan, page, table, number, pages, now }: TableSheetProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const dataAt = handout.dataAt ?? city.dataAt
  const minute = (instant: string | number): string => `${dayOf(instant)} ${clock(instant)}`
  return (
    <section
      className="sheet-page sheet-table"
      style={{ width: `${plan.width}mm`, height: `${plan.height}mm`, padding: `${plan.margin}mm` }}
    >
      <header>
        <p className="sheet-bureau">
          {bureauOf(city, language)} · {handout.title}
        </p>
        <h2>{page.firstRow > 0 ? t('sheet.tableGoesOn', { name: table.name }) : table.name}</h2>
        {table.note ? <p className="sheet-note">{table.note}</p> : null}
      </header>
      <div className="sheet-blocks" style={{ gap: `${BLOCK_GAP}mm` }}>
        {page.blocks.map((rows, block) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a page that is printed once
          <TableBlock key={block} {...{ table, rows }} widths={page.widths} />
        ))}
      </div>
      <footer style={{ left: `${plan.margin}mm`, right: `${plan.margin}mm`, bottom: `${plan.margin}mm` }}>
        <span>
          {t('sheet.dataAt')} {dataAt ? minute(dataAt) : t('sheet.unknownTime')}
        </span>
        <span>
          {t('sheet.madeAt')} {minute(now)}
        </span>
        {city.demo ? <span>{t('app.demo')}</span> : null}
        <span>{t('sheet.pageOf', { page: number, pages })}</span>
      </footer>
    </section>
  )
}
