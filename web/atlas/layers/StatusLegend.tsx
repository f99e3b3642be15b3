import type { LayerPicture } from '../../api.ts'
import { number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { Check } from '../../ui/Check.tsx'

interface StatusLegendProps {
  id: string
  layer: LayerPicture
  statuses: string[] | undefined
  enabled: boolean
  onStatus: (status: string) => void
}

/** Shape, colour, name and count of every status; each can be hidden by itself. */
export function StatusLegend({ id, layer, statuses, enabled, onStatus }: StatusLegendProps) {
  const language = useLanguage()
  return (
    <ul id={id} className="legend">
      {layer.statuses.map((status) => {
        const count = layer.countByStatus[status.id] ?? 0
        return (
          <li key={status.id} className={count === 0 ? 'is-none' : ''}>
            <Check
              checked={enabled && (statuses?.includes(status.id) ?? true)}
              disabled={!enabled}
              onChange={() => onStatus(status.id)}
            >
              <StateMark state={status.state} />
              <span className="legend-name">{status.name[language]}</span>
            </Check>
            <span className="layer-count">{number(count)}</span>
          </li>
        )
      })}
    </ul>
  )
}
