import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ownPath } from './own-path.ts'
import { useMe } from './use-me.ts'

/** Who came by a link and has a password or a second factor to set up does that first: nothing else is open to them. Answers
 *  whether it stands open: not before that is known, for a page would ask for what is refused. */
export function useTodoGate(): boolean {
  const { data, isPending } = useMe()
  const todo = data?.todo.length ?? 0
  const navigate = useNavigate()
  useEffect(() => {
    if (todo > 0)
      void navigate({ to: '/sign-in', search: { to: ownPath(location.pathname + location.search) }, replace: true })
  }, [todo, navigate])
  return !isPending && todo === 0
}
