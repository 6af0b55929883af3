import type { ComparedInterview } from './compared'

/** What an interview is known by on a page, whether or not names are shown by now. */
export function knownAs({ interview, alias }: ComparedInterview): string {
  return alias ?? interview
}
