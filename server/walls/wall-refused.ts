/** Why what walls show was not changed; nothing was written. */
export class WallRefused extends Error {
  readonly status: 400 | 404 | 409 | 412
  readonly code: 'unknown-layer' | 'unknown-scene' | 'unknown-screen' | 'screen-revoked' | 'changed-since'
  /** The row that stands now, when the caller's is stale. */
  readonly present: number | undefined

  constructor(status: WallRefused['status'], code: WallRefused['code'], message: string, present?: number) {
    super(message)
    this.name = 'WallRefused'
    this.status = status
    this.code = code
    this.present = present
  }
}
