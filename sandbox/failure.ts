import { STATUS_CODES } from 'node:http'

/** `errors` names the faulty fields by where they stood. */
type FieldErrors = Partial<Record<'query' | 'json', Record<string, string[]>>>

/** A refusal, in the shape of Ribbon's errors; a faulty query has no message there, a faulty body must have one. */
export class Failure extends Error {
  readonly status: number
  readonly errors?: FieldErrors

  constructor(status: number, message: string, errors?: FieldErrors) {
    super(message)
    this.name = 'Failure'
    this.status = status
    this.errors = errors
  }

  get body() {
    const { status, message, errors } = this
    const failed = { code: status, status: STATUS_CODES[status] ?? 'Error' }
    return { ...failed, ...(errors?.query ? {} : { message }), ...(errors ? { errors } : {}) }
  }
}

export function invalidFields(place: 'query' | 'json', fields: Record<string, string[]>) {
  return new Failure(422, `Some fields are not valid: ${Object.keys(fields).join(', ')}.`, { [place]: fields })
}
