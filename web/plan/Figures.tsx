export interface Figure {
  id: string
  name: string
  /** '—' where nobody knows. */
  value: string
  unit?: string
}

/** What it comes to: a few large figures with small units, which stand beside each other. `isPassing`: they answer the question before. */
export function Figures({ of, isPassing = false }: { of: readonly Figure[]; isPassing?: boolean }) {
  return (
    <dl className={`plan-figures ${isPassing ? 'is-passing' : ''}`}>
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
