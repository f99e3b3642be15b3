import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from './Button.tsx'

interface SheetProps {
  title: string
  closeLabel: string
  onClose: () => void
  children: ReactNode
}

/** A dialog over the page: the browser's own keeps the focus inside and closes on Esc. */
export function Sheet({ title, closeLabel, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the backdrop is a second way; Esc and the button are the keys
    <dialog
      ref={dialog}
      className="sheet"
      aria-label={title}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close()
      }}
    >
      <header>
        <h2>{title}</h2>
        <Button small look="quiet" onClick={() => dialog.current?.close()}>
          {closeLabel}
        </Button>
      </header>
      {children}
    </dialog>
  )
}
