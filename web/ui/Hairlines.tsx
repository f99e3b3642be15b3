/** Where rows will be, the first time: hairlines, nothing that moves. */
export function Hairlines({ rows, label }: { rows: number; label: string }) {
  return (
    <div className="hairlines" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <i key={row} />
      ))}
    </div>
  )
}
