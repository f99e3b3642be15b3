import { memo, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { duration } from '../../format.ts'
import { calloutWords, widthOf } from './callout-words.ts'
import type { LateCase } from './late-cases.ts'
import { placeCallouts, type Spot } from './place-callouts.ts'
import { clearOf, type Insets, seamsOf, type Vh } from './wall-frame-insets.ts'

/** Words of a callout, as --wall-body. */
const SIZE: Vh = 1.75
const LINE: Vh = 2.3
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
  width: Vh
  insets: Insets
}

/** The late cases in words, with a line to each; others have none. */
export const WallCallouts = memo(function WallCallouts({ late, turned, spotOf, marks, width, insets }: CalloutsProps) {
  const { t } = useTranslation()
  const sides = useRef<ReadonlyMap<string, number>>(new Map())
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
  const placed = placeCallouts(said, marks, { width, insets: clearOf(insets), seams: seamsOf(width) }, sides.current)
  sides.current = new Map(placed.map(({ id, side }) => [id, side]))
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
