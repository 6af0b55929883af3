import { STATUS_CODES } from 'node:http'

/** A refusal, in the shape of Ribbon's errors; `errors` names the faulty fields by where they stood (query or json). */
export class Failure extends Error {
  readonly status: number
  readonly errors?: Record<string, Record<string, string[]>>

  constructor(status: number, message: string, errors?: Record<string, Record<string, string[]>>) {
    super(message)
    this.name = 'Failure'
    this.status = status
    this.errors = errors
  }

  get body() {
    const { status, message, errors } = this
    return { code: status, status: STATUS_CODES[status] ?? 'Error', ...(errors ? { errors } : { message }) }
  }
}

export function invalidFields(place: 'query' | 'json', fields: Record<string, string[]>) {
  return new Failure(422, 'Unprocessable Entity', { [place]: fields })
}
