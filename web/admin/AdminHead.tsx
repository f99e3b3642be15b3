import type { ReactNode } from 'react'

/** Name of a page, what it is for in a sentence, and its verbs. */
export function AdminHead({ title, about, children }: { title: string; about: string; children?: ReactNode }) {
  return (
    <header className="admin-head">
      <div>
        <h1>{title}</h1>
        <p>{about}</p>
      </div>
      {children ? <div className="admin-verbs">{children}</div> : null}
    </header>
  )
}
