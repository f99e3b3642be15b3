import { memo, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { duration } from '../../format.ts'
import { calloutWords, widthOf } from './callout-words.ts'
import type { LateCase } from './late-cases.ts'
import type { Box } from './lay-names.ts'
import { placeCallouts, type Spot } from './place-callouts.ts'
import { clearOf, type Insets, seamsOf, type Vh } from './wall-frame-insets.ts'

/** Words of a callout, as --wall-body. */
const SIZE: Vh = 1.75
const LINE: Vh = 2.3
/** Around words, where no other stand. */
const AIR: Vh = 0.5
/** More would be a list, and that stands beside the map. */
const MOST = 4

export interface CalloutsProps {
  late: readonly LateCase[]
  /** The one that turned red just now. */
  turned: string | null
  /** Where cases are drawn, on the whole wall; undefined for one out of the picture. */
  spotOf: (of: LateCase['of']) => Spot
  /** All marks, lest words cover them. */
  marks: readonly Spot[]
  /** How many are drawn, and where they are now; words do not come there. */
  crews: number
  crewsAt: () => readonly Spot[]
  width: Vh
  insets: Insets
  /** Told where the words stand, on the whole wall. */
  onWords: (words: readonly Box[]) => void
}

/** The late cases in words, with a line to each; others have none. */
export const WallCallouts = memo(function WallCallouts(props: CalloutsProps) {
  const { late, turned, spotOf, marks, crews, crewsAt, width, insets, onWords } = props
  const { t } = useTranslation()
  const sides = useRef<{ of: ReadonlyMap<string, number>; crews: number }>({ of: new Map(), crews })
  const said = useMemo(() => {
    const inView = late.filter(({ of, id }) => {
      const [x, y] = spotOf(of)
      const isIn = x > insets.left && x < width - insets.right && y > insets.top && y < 100 - insets.bottom
      return isIn && (turned === null || id === turned)
    })
    return inView.slice(0, MOST).map(({ id, of, lateSeconds }) => {
      const what = calloutWords(of)
      const when =
        id === turned ? t('wall.map.turned') : t('wall.map.late', { time: duration(Math.max(60, lateSeconds)) })
      const wide = widthOf([...what, when], SIZE)
      return { id, what, when, at: spotOf(of), width: wide + 0.4, height: (what.length + 1) * LINE }
    })
  }, [late, turned, spotOf, width, insets, t])
  const around = { width, insets: clearOf(insets), seams: seamsOf(width), crews: crewsAt() }
  // They stay while crews drive about; what was laid before these were known was laid without them.
  const before = sides.current.crews === crews ? sides.current.of : undefined
  const placed = placeCallouts(said, marks, around, before)
  sides.current = { of: new Map(placed.map(({ id, side }) => [id, side])), crews }
  const told = placed.map(({ id, x, y }): Box => {
    const { width: w = 0, height: h = 0 } = said.find((one) => one.id === id) ?? {}
    return [x - AIR, y - AIR, w + 2 * AIR, h + 2 * AIR]
  })
  const boxes = JSON.stringify([...told, ...frameOf(width, insets)])
  // While the camera flies there are no words, and no name looks for another side.
  useEffect(() => onWords(JSON.parse(boxes)), [boxes, onWords])
  return (
    <>
      <svg className="wall-map-lines" viewBox={`0 0 ${width} 100`} aria-hidden="true">
        {placed.map(({ id, line: [from, to] }) => (
          <line key={id} x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} />
        ))}
      </svg>
      {placed.map(({ id, x, y }) => {
        const of = said.find((one) => one.id === id)
        return of ? (
          <p
            key={id}
            className={`wall-map-callout ${id === turned ? 'is-turned' : ''}`}
            style={{ left: `${x}vh`, top: `${y}vh` }}
          >
            {of.what.map((line) => (
              <span key={line}>{line}</span>
            ))}
            <b>{of.when}</b>
          </p>
        ) : null
      })}
    </>
  )
})

/** Header, columns and foot. */
const frameOf = (width: Vh, { left, right, top, bottom }: Insets): Box[] => [
  [0, 0, width, top],
  [0, 100 - bottom, width, bottom],
  [0, 0, left, 100],
  [width - right, 0, right, 100],
]
