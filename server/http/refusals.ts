/** Why a request is refused, in words and with a stable code. The one error that may speak to the caller. */
export class Refusal extends Error {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 414 | 415 | 422 | 428 | 429 | 503
  readonly code: string
  readonly parameter: string | undefined
  /** Headers that the answer has beside its body. */
  readonly headers: Readonly<Record<string, string>>
  /** Of a conflict: whose step came before. */
  readonly last: { name: string; at: string; kind: string } | undefined

  constructor(
    status: Refusal['status'],
    code: string,
    detail: string,
    parameter?: string,
    headers: Refusal['headers'] = {},
    last?: Refusal['last'],
  ) {
    super(detail)
    this.name = 'Refusal'
    this.status = status
    this.code = code
    this.parameter = parameter
    this.headers = headers
    this.last = last
  }
}

/** 400: a parameter of the query or the path cannot be understood. `code` defaults to `bad-<parameter>`. */
export const badParameter = (parameter: string, detail: string, code = `bad-${kebab(parameter)}`): Refusal =>
  new Refusal(400, code, detail, parameter)

export const unknownParameter = (parameter: string): Refusal =>
  new Refusal(
    400,
    'unknown-parameter',
    `There is no parameter "${short(parameter)}" here; see /docs.`,
    short(parameter),
  )

export const unknownLayer = (layer: string): Refusal =>
  new Refusal(404, 'unknown-layer', `There is no layer "${short(layer)}"; GET /api/layers lists them.`, 'layer')

/** 404: the address is right, the thing is not there. */
export const notHere = (noun: string, id: string): Refusal =>
  new Refusal(404, `unknown-${noun}`, `There is no ${noun} "${short(id)}".`, 'id')

export const noSuchAddress = (path: string): Refusal =>
  new Refusal(404, 'unknown-address', `Nothing is at ${short(path)}; see /docs.`)

export const starting = (): Refusal =>
  new Refusal(503, 'starting', 'The city is still being read from the store; try again in a moment.')

/** A caller's text, short enough to stand in an answer. */
export const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
