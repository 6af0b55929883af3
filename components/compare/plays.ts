/** How often an answer was to play by itself: below zero where it is not to, or has begun, so that drawing it anew does not begin anew. */
export function nextPlays(plays: number, isToPlay: boolean): number {
  return (Math.abs(plays) + 1) * (isToPlay ? 1 : -1)
}

/** It sounds. */
export function begun<Place extends { plays: number }>(place: Place): Place {
  return place.plays > 0 ? { ...place, plays: -place.plays } : place
}
