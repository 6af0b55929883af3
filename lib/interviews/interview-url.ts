/** What no path can say as a segment: two that every browser takes away, one that is another endpoint, and the mark of these. */
const UNSAYABLE = /^(?:\.{1,2}$|news$|~)/u
const MARK = '~'

/** An id, which is whatever Ribbon makes one of, as a segment of a path. */
export function segmentOfId(id: string): string {
  return encodeURIComponent(UNSAYABLE.test(id) ? MARK + id : id)
}

/** The id that an endpoint's parameter says: Next has decoded it. */
export function idOfParameter(parameter: string): string {
  return parameter.startsWith(MARK) ? parameter.slice(MARK.length) : parameter
}

/** The id that a page's parameter says: Next leaves it encoded. */
export function idOfPage(parameter: string): string {
  return idOfParameter(decodeURIComponent(parameter))
}

/** Of an interview's endpoint, below which its own are: `interviewUrl(id, 'words')`. */
export function interviewUrl(id: string, ...below: string[]): string {
  return ['/api/interviews', segmentOfId(id), ...below].join('/')
}
