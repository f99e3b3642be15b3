export interface Term {
  id: string
  /** ×, +, = before it. */
  sign?: string
  name: string
  value: string
  unit?: string
  /** Where the value is from. */
  note?: string
  /** What it comes to. */
  sum?: boolean
}

/** How a figure came about, term by term, so that it can be reckoned over again. */
export function Working({ title, terms }: { title: string; terms: readonly Term[] }) {
  return (
    <table className="working">
      <caption>{title}</caption>
      <tbody>
        {terms.map(({ id, sign, name, value, unit, note, sum }) => (
          <tr key={id} className={sum ? 'is-sum' : undefined} data-term={id}>
            <td className="working-sign">{sign ?? ''}</td>
            <th scope="row">
              {name}
              {note ? <small>{note}</small> : null}
            </th>
            <td className="is-number">
              {value}
              {unit ? <small> {unit}</small> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
