import './list.css'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bbox, LngLat } from '../../../server/contract/geo.ts'
import { featuresAddress, type LayerPicture } from '../../api.ts'
import { number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import type { Highlighted } from '../../map/city-map.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { Fault } from '../Fault.tsx'
import { FIRST_SORT, orderThings, type Sort } from './order-things.ts'
import { ThingTable } from './ThingTable.tsx'
import { LIST_LIMIT, useThingsInView } from './use-things-in-view.ts'

interface ListTwinProps {
  /** The layers on the map, one of which is listed. */
  layers: LayerPicture[]
  layer: LayerPicture
  bbox: Bbox
  statuses: string[] | undefined
  sort: Sort | undefined
  seq: number
  selected: string | undefined
  onLayer: (id: string) => void
  onSort: (sort: Sort) => void
  onThing: (id: string, lngLat: LngLat) => void
  onHighlight: (thing: Highlighted | null) => void
  onClose: () => void
}

/** The same things as on the map, as a table: who cannot use the map has this. */
export function ListTwin(props: ListTwinProps) {
  const { layers, layer, bbox, statuses, seq, selected, onLayer, onSort, onThing, onHighlight, onClose } = props
  const { t } = useTranslation()
  const language = useLanguage()
  const sort = props.sort ?? FIRST_SORT
  const { things, total, fault } = useThingsInView(layer, bbox, statuses, seq)
  const rows = useMemo(() => orderThings(things, layer, sort), [things, layer, sort])
  const countWords =
    total === undefined
      ? ''
      : total > LIST_LIMIT
        ? t('list.capped', { shown: number(LIST_LIMIT), total: number(total) })
        : t('list.count', { total: number(total) })
  return (
    <section className="list" aria-label={t('list.title')}>
      <header className="list-head">
        <h2>{t('list.title')}</h2>
        <Choice
          label={t('list.layer')}
          options={layers.map(({ id, name }) => ({ id, name: name[language] }))}
          value={layer.id}
          onChange={onLayer}
        />
        <p className="list-count" aria-live="polite">
          {countWords}
        </p>
        <a
          className="button button-small"
          href={featuresAddress(layer.id, { bbox, status: statuses, at: layer.at }, 'csv')}
          download
        >
          {t('list.csv')}
        </a>
        <a
          className="button button-small"
          href={featuresAddress(layer.id, { bbox, status: statuses, at: layer.at }, 'geojson')}
          download
        >
          {t('list.geojson')}
        </a>
        <Button small look="quiet" onClick={onClose}>
          {t('list.close')}
        </Button>
      </header>
      {fault && things.length === 0 ? <Fault fault={fault} title={t('list.failed')} /> : null}
      {!fault && total === undefined ? <Hairlines rows={6} label={t('page.loading')} /> : null}
      {total === 0 ? <p className="list-empty">{t('list.empty', { name: layer.name[language] })}</p> : null}
      {total ? (
        <ThingTable
          key={layer.id}
          layer={layer}
          things={rows}
          sort={sort}
          selected={selected}
          onSort={onSort}
          onThing={onThing}
          onHighlight={onHighlight}
        />
      ) : null}
    </section>
  )
}
