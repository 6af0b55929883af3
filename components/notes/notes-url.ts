import { unmarked } from '@/lib/interviews/interview-url'

const NOTES_URL = /^\/api\/interviews\/([^/ ]+)\/notes$/

/** The interview of `swrKeys.notes`; null for another URL. */
export function interviewOfNotesUrl(url: string): string | null {
  try {
    return unmarked(decodeURIComponent(NOTES_URL.exec(url)?.[1] ?? '')) || null
  } catch {
    return null
  }
}
