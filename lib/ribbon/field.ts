/** A field of what may be anything; undefined where there is none. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

/** The same of a list; an empty one where it is none. */
export function listField(value: unknown, name: string): unknown[] {
  const field = fieldOf(value, name)
  return Array.isArray(field) ? field : []
}
