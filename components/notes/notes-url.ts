import { idOfParameter, interviewUrl } from '@/lib/interviews/interview-url'

const NOTES_URL = /^\/api\/interviews\/([^/ ]+)\/notes$/

/** Of all notes on an interview; a note's own is below it. */
export function notesUrl(interviewId: string): string {
  return interviewUrl(interviewId, 'notes')
}

/** Null for another URL. */
export function interviewOfNotesUrl(url: string): string | null {
  try {
    return idOfParameter(decodeURIComponent(NOTES_URL.exec(url)?.[1] ?? '')) || null
  } catch {
    return null
  }
}
