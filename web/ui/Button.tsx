import type { ButtonHTMLAttributes, ReactNode } from 'react'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'plain' | 'primary' | 'quiet' | 'tool'
  small?: boolean
  /** For a switch: whether it is on. */
  pressed?: boolean
  children: ReactNode
}

/** A verb. Disabled ones stay in place; the reason belongs beside them. */
export function Button({ look = 'plain', small = false, pressed, className = '', children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`button button-${look} ${small ? 'button-small' : ''} ${className}`}
      aria-pressed={pressed}
      {...rest}
    >
      {children}
    </button>
  )
}
