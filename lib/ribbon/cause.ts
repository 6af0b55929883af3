/** A foreign error reduced to its name and code: its message, its fields and its own cause may quote the request. */
export function namedCause(error: unknown): Error {
  const cause = new Error('a request failed')
  if (error instanceof Error) {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
    Object.assign(cause, { name: error.name, code })
  }
  return cause
}
