import { Component, type ReactNode } from 'react'

/** So long a panel that broke leaves its place empty. */
const AGAIN_MS = 30_000

/** A panel that breaks takes nothing with it but its own place, and is tried again: nobody comes to load a wall anew. */
export class PanelGuard extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  #timer: ReturnType<typeof setTimeout> | undefined

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override componentDidCatch(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.setState({ broken: false }), AGAIN_MS)
  }

  override componentWillUnmount(): void {
    clearTimeout(this.#timer)
  }

  override render(): ReactNode {
    return this.state.broken ? null : this.props.children
  }
}
