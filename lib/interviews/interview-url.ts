/** What no path can say as a segment: two that every browser takes away, one that is another endpoint, what Next takes for its data, and the mark of these. */
const UNSAYABLE = /^(?:\.{1,2}$|news$|~)|\.rsc$/u
const MARK = '~'

/** An id, which is whatever Ribbon makes one of, as a segment of a path. */
export function segmentOfId(id: string): string {
  return encodeURIComponent(UNSAYABLE.test(id) ? MARK + id + MARK : id)
}

/** The id that the parameter of an endpoint, or of a page's metadata, says: Next has decoded it. */
export function idOfParameter(parameter: string): string {
  return parameter.startsWith(MARK) ? parameter.slice(MARK.length, -MARK.length) : parameter
}

/** The id that a page's parameter says: Next leaves it encoded. */
export function idOfPage(parameter: string): string {
  return idOfParameter(decodeURIComponent(parameter))
}

/** Of an interview's endpoint, below which its own are: `interviewUrl(id, 'words')`. */
export function interviewUrl(id: string, ...below: string[]): string {
  return ['/api/interviews', segmentOfId(id), ...below].join('/')
}
