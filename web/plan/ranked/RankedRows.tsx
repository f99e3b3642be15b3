import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'

export interface RankedRow {
  id: string
  title: string
  note?: string
  figure: string
  /** It is the worse kind: said in the figure's ink, and in words in `note`. */
  strong?: boolean
}

interface RankedRowsProps {
  label: string
  /** Over the names, and over the figures. */
  heads: readonly [string, string]
  rows: readonly RankedRow[]
  chosen: string | undefined
  onChoose: (id: string) => void
  /** Where there is none: the fact, as a sentence. */
  none: string
}

/** More are shown a page at a time: a list is read from the top. */
const PAGE = 60

/** What counts most comes first. */
export function RankedRows({ label, heads, rows, chosen, onChoose, none }: RankedRowsProps) {
  const { t } = useTranslation()
  const [most, setMost] = useState(PAGE)
  const row = useRef<HTMLTableRowElement>(null)
  const at = rows.findIndex(({ id }) => id === chosen)
  // In braces: newer browsers answer scrolling with a promise, which React would take for what undoes it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that is chosen, on the map too
  useEffect(() => {
    row.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  if (rows.length === 0) return <p className="ranked-none">{none}</p>
  const shown = rows.slice(0, Math.max(most, at + 1))
  return (
    <>
      <table className="ranked-rows" aria-label={label}>
        <thead>
          <tr>
            <th>
              <span className="hidden">{t('ranked.rank')}</span>
            </th>
            <th>{heads[0]}</th>
            <th className="is-number">{heads[1]}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, title, note, figure, strong }, i) => (
            <tr key={id} ref={i === at ? row : undefined} className={i === at ? 'is-chosen' : undefined}>
              <td className="ranked-rank">{i + 1}</td>
              <td>
                <button type="button" aria-pressed={i === at} onClick={() => onChoose(id)}>
                  <b>{title}</b>
                  {note ? <span>{note}</span> : null}
                </button>
              </td>
              <td className={strong ? 'is-number is-strong' : 'is-number'}>{figure}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length ? (
        <Button small onClick={() => setMost(shown.length + PAGE)}>
          {t('ranked.more', { n: number(rows.length - shown.length) })}
        </Button>
      ) : null}
    </>
  )
}
