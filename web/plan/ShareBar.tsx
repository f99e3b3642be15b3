/** How far something is, 0 … 1. */
export function ShareBar({ name, share }: { name: string; share: number }) {
  const percent = Math.round(share * 100)
  return (
    <div
      className="plan-share"
      role="progressbar"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <i style={{ width: `${percent}%` }} />
    </div>
  )
}
