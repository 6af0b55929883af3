/** Bytes from an offset to another, both included, `to` null meaning the end; or that many of the last bytes. */
export type ByteRange = { from: number; to: number | null } | { last: number }

/** Offsets of bytes, both included. */
export type Extent = { from: number; to: number }

/** RFC 9110, 14.2. Null, which means the whole: no header, another unit, malformed, or several ranges, which could only amplify. */
export function parseRange(header: string | null): ByteRange | null {
  const match = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? '')
  if (!match) return null

  const [, from = '', to = ''] = match
  if (from === '') return to === '' ? null : { last: offset(to) }
  if (to === '') return { from: offset(from), to: null }
  return offset(to) < offset(from) ? null : { from: offset(from), to: offset(to) }
}

/** What the range covers of a recording of `total` bytes; null when nothing. */
export function extentOf(range: ByteRange, total: number): Extent | null {
  const from = 'last' in range ? Math.max(0, total - range.last) : range.from
  const to = 'last' in range || range.to === null ? total - 1 : Math.min(range.to, total - 1)
  return from <= to ? { from, to } : null
}

export function formatRange(range: ByteRange): string {
  return 'last' in range ? `bytes=-${range.last}` : `bytes=${range.from}-${range.to ?? ''}`
}

/** `bytes 0-99/1000`, the total null for `*`; null for anything else. */
export function parseContentRange(header: string): (Extent & { total: number | null }) | null {
  const match = /^bytes (\d+)-(\d+)\/(\d+|\*)$/i.exec(header.trim())
  if (!match) return null

  const [, from = '', to = '', total = '*'] = match
  return { from: offset(from), to: offset(to), total: total === '*' ? null : offset(total) }
}

/** The total of an answer that could not satisfy a range: `bytes *\/1000`. */
export function parseUnsatisfied(header: string): number | null {
  const match = /^bytes \*\/(\d+)$/i.exec(header.trim())
  return match ? offset(match[1] ?? '') : null
}

/** No recording is longer than the largest exact integer, so whatever lies beyond it is the same place. */
function offset(digits: string): number {
  return Math.min(Number(digits), Number.MAX_SAFE_INTEGER)
}
