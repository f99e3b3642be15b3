/** `wrong`: name, password or code, nobody is told which; `code-needed`: the password is right and the second factor is asked for; `wait`: too
 *  many failed, and the next is looked at only after `seconds`. */
export class SignInRefused extends Error {
  readonly why: 'wrong' | 'code-needed' | 'wait'
  readonly seconds: number

  constructor(why: SignInRefused['why'], seconds = 0) {
    super(why)
    this.name = 'SignInRefused'
    this.why = why
    this.seconds = seconds
  }
}
