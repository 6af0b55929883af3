const NOTES_URL = /^\/api\/interviews\/([^/ ]+)\/notes$/

/** Of all notes on an interview; a note's own is below it. */
export function notesUrl(interviewId: string): string {
  return `/api/interviews/${encodeURIComponent(interviewId)}/notes`
}

/** Null for another URL. */
export function interviewOfNotesUrl(url: string): string | null {
  try {
    return decodeURIComponent(NOTES_URL.exec(url)?.[1] ?? '') || null
  } catch {
    return null
  }
}
