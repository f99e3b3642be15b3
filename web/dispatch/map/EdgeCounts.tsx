import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import type { EdgeCount } from '../../map/select/edge-counts.ts'

const ARROWS = { left: '◂', right: '▸', top: '▴', bottom: '▾' } as const

/** Cases that lie past an edge of the map, counted there; a click goes to the nearest of them. */
export function EdgeCounts({ edges, onGo }: { edges: readonly EdgeCount[]; onGo: (nearest: number) => void }) {
  const { t } = useTranslation()
  return edges.map(({ edge, count, along, nearest }) => {
    const words = t('dispatch.map.outside', { n: number(count) })
    return (
      <button
        key={edge}
        type="button"
        className={`desk-edge desk-edge-${edge}`}
        style={{ '--along': `${along}px` } as React.CSSProperties}
        aria-label={t(`deskEdge.${edge}`, { n: number(count) })}
        onClick={() => onGo(nearest)}
      >
        {edge === 'left' || edge === 'top' ? `${ARROWS[edge]} ${words}` : `${words} ${ARROWS[edge]}`}
      </button>
    )
  })
}
