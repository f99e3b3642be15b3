import { type ReactNode, useLayoutEffect, useRef } from 'react'

/** Gives a list of options the name that antd (6.6) leaves out and has no way to give (WCAG 4.1.2). */
export function NamedList({ label, children }: { label: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    place.current?.querySelector('[role="listbox"]')?.setAttribute('aria-label', label)
  })
  return <div ref={place}>{children}</div>
}
