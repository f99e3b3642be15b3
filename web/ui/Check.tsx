import type { ReactNode } from 'react'

interface CheckProps {
  checked: boolean
  /** Some of what it stands for is on. */
  partly?: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
  className?: string
}

export function Check({ checked, partly = false, disabled, onChange, children, className = '' }: CheckProps) {
  return (
    <label className={`check ${className}`}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        ref={(box) => {
          if (box) box.indeterminate = partly && !checked
        }}
        onChange={(event) => onChange(event.target.checked)}
      />
      {children}
    </label>
  )
}
