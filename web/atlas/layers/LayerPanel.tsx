import './layers.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bbox } from '../../../server/contract/geo.ts'
import type { LayerPicture } from '../../api.ts'
import { number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import type { Picture } from '../picture.ts'
import type { Change } from '../use-picture.ts'
import { LayerRow } from './LayerRow.tsx'
import { groupsOf, shownLayersOf, shownStatuses, toggleStatus } from './status-filter.ts'

interface LayerPanelProps {
  layers: LayerPicture[] | undefined
  picture: Picture
  change: Change
  /** What the map shows now; undefined before there is a map. */
  bbox: Bbox | undefined
  zoom: number
  onZoomTo: (layer: LayerPicture) => void
}

/** The layers by group, with counts and legend. */
export function LayerPanel({ layers, picture, change, bbox, zoom, onZoomTo }: LayerPanelProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  if (!layers) return <Hairlines rows={12} label={t('page.loading')} />
  const shown = shownLayersOf(picture, layers)
  const filled = layers.filter(({ count }) => count > 0)
  // Of a city that has nothing yet, the panel shows what it could have.
  const listed = filled.length > 0 ? filled : layers
  const none = layers.filter((layer) => !listed.includes(layer)).map(({ name }) => name[language])
  const order = groupsOf(layers).flatMap((group) => group.layers.map(({ id }) => id))
  const show = (id: string, on: boolean): void =>
    change((before) => {
      const now = shownLayersOf(before, layers)
      return { ...before, layers: order.filter((other) => (other === id ? on : now.includes(other))) }
    })
  const flip = (id: string): void =>
    setOpen((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  const filtered = picture.problemsOnly || Object.keys(picture.statuses).length > 0
  return (
    <section className="layers" aria-label={t('layers.title')}>
      <div className="layers-head">
        <p>
          {t('layers.shown', { shown: listed.filter(({ id }) => shown.includes(id)).length, all: listed.length })}
          <small>{t('layers.total', { n: number(layers.reduce((sum, { count }) => sum + count, 0)) })}</small>
        </p>
        <Button
          small
          pressed={picture.problemsOnly}
          title={t('layers.problemsHint')}
          onClick={() => change((before) => ({ ...before, problemsOnly: !before.problemsOnly }))}
        >
          {t('layers.problemsOnly')}
        </Button>
      </div>
      {groupsOf(listed).map(({ group, layers: members }) => (
        <div key={group} className="layer-group">
          <h3>{t(`group.${group}`)}</h3>
          <ul>
            {members.map((layer) => (
              <LayerRow
                key={layer.id}
                layer={layer}
                shown={shown.includes(layer.id)}
                statuses={shownStatuses(layer, picture)}
                open={open.has(layer.id)}
                bbox={bbox}
                zoom={zoom}
                onShow={(on) => show(layer.id, on)}
                onOpen={() => flip(layer.id)}
                onZoomTo={() => onZoomTo(layer)}
                onStatus={(status) => change((before) => toggleStatus(before, layers, layer.id, status))}
              />
            ))}
          </ul>
        </div>
      ))}
      {none.length > 0 ? (
        <p className="layers-none">{t('layers.none', { names: new Intl.ListFormat(language).format(none) })}</p>
      ) : null}
      <div className="layers-foot">
        <Button small look="quiet" onClick={() => change((before) => ({ ...before, layers: [] }))}>
          {t('layers.hideAll')}
        </Button>
        <Button
          small
          look="quiet"
          disabled={!filtered && picture.layers === undefined}
          onClick={() => change((before) => ({ ...before, layers: undefined, statuses: {}, problemsOnly: false }))}
        >
          {t('layers.reset')}
        </Button>
      </div>
    </section>
  )
}
