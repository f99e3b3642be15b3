/** Where the server stands between start and stop. */
export interface Readiness {
  state: 'starting' | 'ready' | 'stopping'
}
