import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LngLat } from '../../server/contract/geo.ts'
import type { LayerPicture } from '../api.ts'
import type { Days } from '../charts/day-number.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { HeatPanel } from './heat/HeatPanel.tsx'
import type { Heat } from './heat/use-heat.ts'
import { LayerPanel } from './layers/LayerPanel.tsx'
import type { Picture } from './picture.ts'
import type { MapView } from './use-map-view.ts'
import type { Change } from './use-picture.ts'

interface LeftPanelProps {
  layers: LayerPicture[]
  heat: Heat
  days: Days
  picture: Picture
  change: Change
  roadOf: (place: LngLat) => string | undefined
  view: MapView
  onCell: (lngLat: LngLat) => void
  onZoomTo: (layer: LayerPicture) => void
}

/** What the map shows. On narrow screens it is a sheet that its own button opens. */
export function LeftPanel({ layers, heat, days, picture, change, roadOf, view, onCell, onZoomTo }: LeftPanelProps) {
  const { t } = useTranslation()
  const [tab, setTab] = useState<'layers' | 'heat'>(picture.heat ? 'heat' : 'layers')
  const [open, setOpen] = useState(false)
  const heatOn = picture.heat !== undefined
  // Switched on by key or link, its scale must be in sight.
  useEffect(() => {
    if (heatOn) setTab('heat')
  }, [heatOn])
  return (
    <>
      <Button className="panel-opener" pressed={open} onClick={() => setOpen(!open)}>
        {t(open ? 'page.panelClose' : 'page.panelOpen')}
      </Button>
      <aside className={`panel ${open ? 'is-open' : ''}`} aria-label={t('page.panel')}>
        <h2 className="hidden">{t('page.panel')}</h2>
        <div className="panel-tabs">
          <Choice
            label={t('tab.label')}
            options={[
              { id: 'layers', name: t('tab.layers') },
              { id: 'heat', name: t('tab.heat') },
            ]}
            value={tab}
            onChange={setTab}
          />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <div className="panel-scroll" tabIndex={0}>
          {tab === 'layers' ? (
            <LayerPanel
              layers={layers}
              picture={picture}
              change={change}
              bbox={view.bbox}
              zoom={(picture.view ?? view.first).zoom}
              onZoomTo={(layer) => {
                setOpen(false)
                onZoomTo(layer)
              }}
            />
          ) : (
            <HeatPanel
              heat={heat}
              days={days}
              picture={picture}
              change={change}
              roadOf={roadOf}
              onCell={(lngLat) => {
                setOpen(false)
                onCell(lngLat)
              }}
            />
          )}
        </div>
      </aside>
    </>
  )
}
