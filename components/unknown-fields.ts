// What comes from outside into the browser is read with these: zod would be a tenth of the page's script (decision 0005).

/** None for what has no fields. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** For what is nothing but a text. */
export function textOrNull(value: unknown): string | null {
  return isText(value) ? value : null
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}
