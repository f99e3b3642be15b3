import { number } from '../../format.ts'
import { metresInWords } from '../../map/scale-bar.ts'
import { paperBar } from './paper-bar.ts'

/** A bar of true length, mm on the paper. Its last figure stands past its end. */
export function PaperBar({ scale, room }: { scale: number; room: number }) {
  const { metres, mm, parts } = paperBar(scale, room - 8)
  const side = 2
  const steps = Array.from({ length: parts + 1 }, (_, index) => index / parts)
  const inWords = (share: number): string =>
    share === 1 ? metresInWords(metres) : number((metres / (metres >= 1000 ? 1000 : 1)) * share, 2)
  const width = mm + side + 14
  return (
    <svg className="sheet-bar" viewBox={`${-side} 0 ${width} 7`} style={{ width: `${width}mm` }} aria-hidden="true">
      {steps.slice(0, -1).map((share, index) => (
        <rect
          key={share}
          className={index % 2 === 0 ? 'dark' : 'pale'}
          x={share * mm}
          y={4.4}
          width={mm / parts}
          height={1.6}
        />
      ))}
      {steps.map((share) => (
        <text key={share} x={share === 1 ? mm - 2 : share * mm} y={3.1} textAnchor={share === 1 ? 'start' : 'middle'}>
          {inWords(share)}
        </text>
      ))}
    </svg>
  )
}
