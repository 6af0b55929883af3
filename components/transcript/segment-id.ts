/** By which a segment's element is found at once, however many there are. */
export function segmentId(index: number): string {
  return `segment-${index}`
}
