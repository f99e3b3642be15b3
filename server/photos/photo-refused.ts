/** Why a photo is not taken or changed; nothing of it was kept.
 *  `type`: no picture that can be read. `large`: more pixels than are decoded. `state`: the case does not take one now. `role`: not theirs to
 *  add. `absent`: no such photo, or its day has come. `busy`: too many are being decoded, or written. */
export type PhotoFault = 'type' | 'large' | 'state' | 'role' | 'absent' | 'busy'

export class PhotoRefused extends Error {
  readonly why: PhotoFault
  /** A stable word for programs. */
  readonly code: string

  constructor(why: PhotoFault, code: string, message: string) {
    super(message)
    this.name = 'PhotoRefused'
    this.why = why
    this.code = code
  }
}
