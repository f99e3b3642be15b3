/** Sheets are drawn north up. */
export function NorthArrow({ label }: { label: string }) {
  return (
    <svg className="sheet-north" viewBox="0 0 12 18" aria-hidden="true">
      <path d="M6 0 9.800 14 6 11.600Z" fill="none" />
      <path d="M6 0 2.200 14 6 11.600Z" />
      <text x="6" y="18" textAnchor="middle">
        {label}
      </text>
    </svg>
  )
}
