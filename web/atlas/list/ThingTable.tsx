import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { Feature, LayerPicture } from '../../api.ts'
import { fieldValue, identification } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import type { Highlighted } from '../../map/city-map.ts'
import { useMedia } from '../../ui/use-media.ts'
import { centreOf } from '../thing/centre-of.ts'
import { useUnit } from '../thing/use-unit.ts'
import type { Sort } from './order-things.ts'

interface ThingTableProps {
  layer: LayerPicture
  things: Feature[]
  sort: Sort
  selected: string | undefined
  onSort: (sort: Sort) => void
  onThing: (id: string, lngLat: LngLat) => void
  onHighlight: (thing: Highlighted | null) => void
}

const ROW = 34
/** Columns of a layer's own fields beside status, name and code: as many as fit with a card open. */
const OWN_COLUMNS = { narrow: 3, wide: 5 }

export function ThingTable({ layer, things, sort, selected, onSort, onThing, onHighlight }: ThingTableProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const unit = useUnit()
  const wide = useMedia('(min-width: 1600px)')
  const frame = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const rows = useVirtualizer({
    count: things.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 8,
  })
  const own = layer.fields
    .filter(({ type }) => type !== 'reference')
    .slice(0, wide ? OWN_COLUMNS.wide : OWN_COLUMNS.narrow)
  const columns = [
    { key: 'status', name: t('list.status'), numeric: false },
    { key: 'name', name: t('list.name'), numeric: false },
    ...own.map((field) => ({
      key: field.key,
      name: field.unit ? `${field.name[language]} ${unit(field.unit)}` : field.name[language],
      numeric: field.type === 'integer' || field.type === 'number',
    })),
    { key: 'id', name: t('list.id'), numeric: false },
  ]
  const open = (thing: Feature | undefined): void => {
    if (thing) onThing(String(thing.id), centreOf(thing.geometry))
  }
  const point = (thing: Feature | undefined): void => {
    if (thing) onHighlight({ layer: layer.id, id: String(thing.id), geometry: thing.geometry })
  }
  const walk = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? ROW) / ROW) - 2)
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }
    const to =
      event.key === 'Home' ? 0 : event.key === 'End' ? things.length - 1 : active + (steps[event.key] ?? Number.NaN)
    if (event.key === 'Enter') open(things[active])
    if (Number.isNaN(to)) return
    event.preventDefault()
    const next = Math.min(Math.max(to, 0), things.length - 1)
    setActive(next)
    rows.scrollToIndex(next)
    const thing = things[next]
    point(thing)
  }
  const template = {
    gridTemplateColumns: `minmax(96px,1fr) minmax(120px,2fr) ${'minmax(64px,1fr) '.repeat(own.length)}168px`,
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual table has only some of its rows, which <table> cannot say
    <div
      ref={frame}
      className="table"
      role="grid"
      tabIndex={0}
      aria-label={layer.name[language]}
      aria-rowcount={things.length + 1}
      aria-activedescendant={things[active] ? `thing-${things[active].id}` : undefined}
      onKeyDown={walk}
      onBlur={() => onHighlight(null)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, the row is only walked to */}
      <div className="table-head" role="row" aria-rowindex={1} style={template}>
        {columns.map(({ key, name, numeric }) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the button inside has the focus
          // biome-ignore lint/a11y/useSemanticElements: see above
          <div
            key={key}
            role="columnheader"
            className={numeric ? 'is-number' : ''}
            aria-sort={sort.key !== key ? 'none' : sort.descending ? 'descending' : 'ascending'}
          >
            <button
              type="button"
              onClick={() => onSort({ key, descending: sort.key === key ? !sort.descending : key === 'status' })}
            >
              {name}
              <i aria-hidden="true">{sort.key === key ? (sort.descending ? '↓' : '↑') : ''}</i>
            </button>
          </div>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const thing = things[index]
          if (!thing) return null
          const id = String(thing.id)
          const status = layer.statuses.find((each) => each.id === thing.properties.status)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the grid's
            // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
            // biome-ignore lint/a11y/useSemanticElements: see above
            <div
              key={id}
              id={`thing-${id}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={id === selected}
              className={`table-row ${index === active ? 'is-active' : ''}`}
              style={{ ...template, transform: `translateY(${start}px)` }}
              onClick={() => {
                setActive(index)
                open(thing)
              }}
              onPointerEnter={() => point(thing)}
              onPointerLeave={() => onHighlight(null)}
            >
              <Cell>
                <StateMark state={status?.state ?? 'unknown'} size={12} />
                {status?.name[language] ?? thing.properties.status}
              </Cell>
              <Cell>{thing.properties.name}</Cell>
              {own.map((field) => (
                <Cell key={field.key} number={field.type === 'integer' || field.type === 'number'}>
                  {fieldValue(field, thing.properties[field.key], language) ?? ''}
                </Cell>
              ))}
              <Cell>
                <code>{identification(id)}</code>
              </Cell>
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Cell({ number = false, children }: { number?: boolean; children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
    // biome-ignore lint/a11y/useSemanticElements: see ThingTable
    <div role="gridcell" className={`table-cell ${number ? 'is-number' : ''}`}>
      {children}
    </div>
  )
}
