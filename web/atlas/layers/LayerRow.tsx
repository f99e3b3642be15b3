import { useTranslation } from 'react-i18next'
import type { Bbox } from '../../../server/contract/geo.ts'
import type { State } from '../../../server/contract/state.ts'
import { urgencyOf } from '../../../server/contract/state.ts'
import type { LayerPicture } from '../../api.ts'
import { number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Icon } from '../../icons/Icon.tsx'
import { StateMark } from '../../icons/StateMark.tsx'
import { Check } from '../../ui/Check.tsx'
import { StatusLegend } from './StatusLegend.tsx'
import { useOutside } from './use-outside.ts'

interface LayerRowProps {
  layer: LayerPicture
  shown: boolean
  /** Statuses shown; undefined is all. */
  statuses: string[] | undefined
  open: boolean
  bbox: Bbox | undefined
  zoom: number
  onShow: (shown: boolean) => void
  onOpen: () => void
  onZoomTo: () => void
  onStatus: (status: string) => void
}

/** How many things of a layer are in each problem state, the worst first. */
function problemsOf(layer: LayerPicture): { state: State; count: number }[] {
  const counts = new Map<State, number>()
  for (const { id, state } of layer.statuses)
    counts.set(state, (counts.get(state) ?? 0) + (layer.countByStatus[id] ?? 0))
  return [...counts]
    .map(([state, count]) => ({ state, count }))
    .filter(({ state, count }) => count > 0 && urgencyOf(state) >= urgencyOf('due'))
    .sort((a, b) => urgencyOf(b.state) - urgencyOf(a.state))
}

export function LayerRow({ layer, shown, statuses, open, bbox, zoom, ...on }: LayerRowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const name = layer.name[language]
  const legend = `legend-${layer.id}`
  const note = `note-${layer.id}`
  const outside = useOutside(layer, shown, bbox, statuses)
  // Lines and grids have no clusters to stand for them from further away.
  const tooFar = !layer.symbol.mark && layer.count > 0 && zoom < layer.detailZoom
  const missed = tooFar
    ? t('layers.closer', { zoom: layer.detailZoom })
    : outside > 0 && t('layers.outside', { n: number(outside) })
  return (
    <li className={`layer-row ${shown ? 'is-shown' : ''}`}>
      <div className="layer-line">
        <Check checked={shown} onChange={on.onShow} className="layer-check">
          <Icon id={layer.symbol.icon} />
          <span className="layer-name" title={name}>
            {name}
          </span>
        </Check>
        {shown && missed ? (
          <span id={note} className="layer-missed">
            {missed}
          </span>
        ) : null}
        <span className="layer-problems">
          {problemsOf(layer).map(({ state, count }) => (
            <span key={state} className={`ink-${state}`} title={t(`state.${state}`)}>
              <StateMark state={state} size={11} />
              {number(count)}
              <span className="hidden">{t(`state.${state}`)}</span>
            </span>
          ))}
        </span>
        <span className="layer-count">{number(layer.count)}</span>
        <button
          type="button"
          className={`layer-act ${shown && missed ? 'is-wanted' : ''}`}
          disabled={layer.bounds === null}
          aria-label={t('layers.zoomTo', { name })}
          aria-describedby={shown && missed ? note : undefined}
          title={t('layers.zoomTo', { name })}
          onClick={on.onZoomTo}
        >
          <svg className="stroke" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="M2 5.5V2h3.5M10.5 2H14v3.5M14 10.5V14h-3.5M5.5 14H2v-3.5" />
            <circle cx="8" cy="8" r="1.8" />
          </svg>
        </button>
        <button
          type="button"
          className="layer-act"
          aria-expanded={open}
          aria-controls={legend}
          aria-label={t('layers.legendOf', { name })}
          onClick={on.onOpen}
        >
          <svg className="stroke" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d={open ? 'M4 10l4-4 4 4' : 'M4 6l4 4 4-4'} />
          </svg>
        </button>
      </div>
      {open ? (
        <StatusLegend id={legend} layer={layer} statuses={statuses} enabled={shown} onStatus={on.onStatus} />
      ) : null}
      {!open && statuses && shown ? (
        <p className="layer-note">{t('layers.someStatuses', { shown: statuses.length, all: layer.statuses.length })}</p>
      ) : null}
    </li>
  )
}
