export interface Fact {
  id: string
  name: string
  value: string
}

export function Facts({ of }: { of: readonly Fact[] }) {
  return (
    <dl className="ranked-facts">
      {of.map(({ id, name, value }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
