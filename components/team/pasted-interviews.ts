import { unmarked } from '@/lib/interviews/interview-url'

/** Ids, out of what somebody pasted: links to candidates, or ids, one a line or apart by spaces and commas. Each once. */
export function pastedInterviews(text: string): string[] {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '')
  return [...new Set(parts.flatMap((part) => idIn(part)))]
}

function idIn(part: string): string[] {
  const [, segment] = /\/candidates\/([^/?#]+)/.exec(part) ?? []
  if (segment === undefined) return part.includes('://') ? [] : [part]
  try {
    return [unmarked(decodeURIComponent(segment))]
  } catch {
    return []
  }
}
