/** What was looked at and is not told yet is forgotten. */
export function forgetWaiting(): void {
  ;(globalThis as { debriefReads?: unknown }).debriefReads = undefined
}
