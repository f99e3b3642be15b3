import { graticule } from './graticule.ts'
import { BAND, type SheetPlan } from './paper.ts'
import type { Ground } from './true-scale.ts'

/** The lines round the map, with the degrees between them. */
export function MapNeatline({ plan, ground }: { plan: SheetPlan; ground: Ground }) {
  const { x, y, width, height } = plan.map
  const { lng, lat } = graticule(ground)
  const [outerWidth, outerHeight] = [width + 2 * BAND, height + 2 * BAND]
  const [right, bottom] = [BAND + width, BAND + height]
  return (
    <svg
      className="sheet-neatline"
      aria-hidden="true"
      viewBox={`0 0 ${outerWidth} ${outerHeight}`}
      style={{
        ...{ left: `${x - BAND}mm`, top: `${y - BAND}mm` },
        ...{ width: `${outerWidth}mm`, height: `${outerHeight}mm` },
      }}
    >
      <rect x={0.25} y={0.25} width={outerWidth - 0.5} height={outerHeight - 0.5} strokeWidth={0.5} />
      <rect x={BAND} y={BAND} width={width} height={height} strokeWidth={0.15} />
      {lng.map(({ at, text }) => (
        <g key={text}>
          <path d={`M${BAND + at} ${BAND}v-3.9M${BAND + at} ${bottom}v3.9`} strokeWidth={0.15} />
          <text x={BAND + at + 0.9} y={BAND - 1.1}>
            {text}
          </text>
          <text x={BAND + at + 0.9} y={bottom + 2.9}>
            {text}
          </text>
        </g>
      ))}
      {lat.map(({ at, text }) => (
        <g key={text}>
          <path d={`M${BAND} ${BAND + at}h-3.9M${right} ${BAND + at}h3.9`} strokeWidth={0.15} />
          <text transform={`translate(${BAND - 1.1} ${BAND + at - 0.9}) rotate(-90)`}>{text}</text>
          <text transform={`translate(${right + 2.9} ${BAND + at - 0.9}) rotate(-90)`}>{text}</text>
        </g>
      ))}
    </svg>
  )
}
