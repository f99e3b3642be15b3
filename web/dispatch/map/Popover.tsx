import { type ReactNode, useEffect, useRef, useState } from 'react'

interface PopoverProps {
  label: ReactNode
  /** Read out where the label is a sign. */
  name?: string
  className?: string
  children: ReactNode
}

/** A button that opens something beside it; Esc and a click elsewhere close it. */
export function Popover({ label, name, className = '', children }: PopoverProps) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return
    const onDown = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', onDown, { capture: true })
    return () => document.removeEventListener('pointerdown', onDown, { capture: true })
  }, [open])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc is heard for what is inside
    <div
      ref={box}
      className={`desk-popover ${className}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        setOpen(false)
        box.current?.querySelector('button')?.focus()
      }}
    >
      <button type="button" aria-label={name} title={name} aria-expanded={open} onClick={() => setOpen(!open)}>
        {label}
      </button>
      {open ? <div className="desk-popover-body">{children}</div> : null}
    </div>
  )
}
