/** What no path can say as a segment: two that every browser takes away, two that are other endpoints, what Next takes for its data, and the mark of these. */
const UNSAYABLE = /^(?:\.{1,2}$|counts$|news$|~)|\.rsc$/u
const MARK = '~'

/** An id, which is whatever Ribbon makes one of, as a segment of a path. */
export function segmentOfId(id: string): string {
  return encodeURIComponent(UNSAYABLE.test(id) ? MARK + id + MARK : id)
}

/** What a segment says, once it is decoded. */
export function unmarked(segment: string): string {
  return segment.startsWith(MARK) ? segment.slice(MARK.length, -MARK.length) : segment
}

/** Of an interview's endpoint, below which its own are: `interviewUrl(id, 'words')`. */
export function interviewUrl(id: string, ...below: string[]): string {
  return ['/api/interviews', segmentOfId(id), ...below].join('/')
}
