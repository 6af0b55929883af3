/** First and last byte, both included. */
export type ByteRange = { first: number; last: number }

/**
 * What a Range header asks of `length` bytes (RFC 9110, section 14): null for everything, which also answers several ranges
 * and anything that is no byte range; 'unsatisfiable' when it begins beyond the end.
 */
export function readRange(header: string | undefined, length: number): ByteRange | 'unsatisfiable' | null {
  const [, from = '', to = ''] = /^bytes=\s*(\d*)-(\d*)\s*$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return null
  if (from !== '' && to !== '' && Number(from) > Number(to)) return null

  const first = from === '' ? Math.max(0, length - Number(to)) : Number(from)
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1)
  return first > last ? 'unsatisfiable' : { first, last }
}
