export interface Figure {
  id: string
  name: string
  /** '—' where nobody knows. */
  value: string
  unit?: string
}

/** What it comes to: large figures with small units. */
export function Figures({ of }: { of: readonly Figure[] }) {
  return (
    <dl className="ranked-figures">
      {of.map(({ id, name, value, unit }) => (
        <div key={id} data-figure={id}>
          <dt title={name}>{name}</dt>
          <dd>
            <b>{value}</b>
            {unit ? <small>{unit}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
