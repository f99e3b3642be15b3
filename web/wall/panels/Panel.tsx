import '../../i18n/wall-panels-words.ts'
import { type CSSProperties, type ReactNode, type Ref, useContext } from 'react'
import { StateMark } from '../../icons/StateMark.tsx'
import { PanelAge } from './panel-age.ts'

/** Rows shrink to what a column leaves them, and the other panels only after them. */
type Gives = 'first' | 'last'

interface Shell {
  id: string
  title: string
  note?: ReactNode
  /** Height that the content wants under the title, in vh. */
  wants: number
  /** Height under the title below which nothing of it can be read. */
  least?: number
  gives?: Gives
  body?: Ref<HTMLDivElement>
  children: ReactNode
}

/** Title with its hairline, in vh: panels.css. */
const HEAD = 5
const LEAST = 12.6

/** One panel of a column: as high as it wants, and lower where the column is short of room. Old figures are grey, and say of when they are. */
export function Panel({ id, title, note, wants, least = LEAST, gives = 'first', body, children }: Shell) {
  const age = useContext(PanelAge)
  const style = {
    '--wp-wants': `${HEAD + wants}vh`,
    '--wp-least': `${HEAD + Math.min(least, wants)}vh`,
    // The longest list gives the most: of a list of three there is nothing to spare.
    '--wp-gives': gives === 'first' ? 40 * (wants / 10) ** 3 : 1,
  } as CSSProperties
  return (
    <section className={`wp wp-${id}${age === undefined ? '' : ' is-old'}`} style={style} data-panel={id}>
      <h2 className="wp-head">
        {title}
        {age === undefined ? (
          <span>{note}</span>
        ) : (
          <span className="wp-age">
            <StateMark state="unknown" />
            {age}
          </span>
        )}
      </h2>
      <div className="wp-body" ref={body}>
        {children}
      </div>
    </section>
  )
}

/** What stands in the place of a figure that is not there: a dash, and why. */
export function Nothing({ why, more }: { why: string; more?: string }) {
  return (
    <p className="wp-nothing">
      <b>—</b>
      <span>
        {why}
        {more === undefined ? null : <small>{more}</small>}
      </span>
    </p>
  )
}
