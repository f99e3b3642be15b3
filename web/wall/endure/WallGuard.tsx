import './wall-fault.css'
import '../../i18n/wall-endure-words.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Component, lazy, type ReactNode, Suspense, useEffect } from 'react'
import { fetchAhead } from './fetch-ahead.ts'
import { WallFault } from './WallFault.tsx'

// Not the router's lazyRouteComponent: it loads the page anew at once when a file is gone, and where the server is gone too a browser's error
// page would hang on the wall for good.
const WallPage = lazy(() => import('../WallPage.tsx').then((module) => ({ default: module.WallPage })))

/** The wall, or a calm note in its place until it can be shown again: never a white page, never somebody else's error page. */
export function WallGuard() {
  const queries = useQueryClient()
  useEffect(() => void fetchAhead(queries), [queries])
  return (
    <Boundary>
      <Suspense fallback={<div className="wall-fault" />}>
        <WallPage />
      </Suspense>
    </Boundary>
  )
}

/** React has no hook for it. */
class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    return this.state.broken ? <WallFault /> : this.props.children
  }
}
