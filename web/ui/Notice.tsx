import type { ReactNode } from 'react'

interface NoticeProps {
  /** What failed, in words. */
  title: string
  /** What still works, and what to do. */
  children?: ReactNode
  /** Under which the server's log tells more. */
  id?: string
}

/** A fault, said calmly and near the place where it happened. */
export function Notice({ title, children, id }: NoticeProps) {
  return (
    <div className="notice" role="alert">
      <b>{title}</b>
      {children}
      {id ? <code>{id}</code> : null}
    </div>
  )
}
