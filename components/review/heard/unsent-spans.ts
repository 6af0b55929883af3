import { joinSpans } from '@/lib/listening/listening-progress'
import type { TimeSpan } from '@/lib/transcript/speech'
import { connectivity } from '../../connectivity'
import { fetchJson } from '../../fetch-json'
import { setUnsent } from '../../unsent'

/** By the address that they belong to: what did not arrive of pages that have been left since. */
const left = new Map<string, TimeSpan[]>()

/** Sends stretches to where they are kept, also while the page is leaving. Throws RequestFailed. */
export async function sendSpans(url: string, spans: TimeSpan[]): Promise<TimeSpan[]> {
  try {
    const kept = await fetchJson<TimeSpan[]>(url, { method: 'POST', body: JSON.stringify({ spans }) })
    setUnsent(url, false)
    return kept
  } catch (error) {
    setUnsent(url, true)
    throw error
  }
}

/** Of a page that nobody is on any more: it is sent once somebody answers. */
export function sendLater(url: string, spans: TimeSpan[]) {
  left.set(url, joinSpans([...(left.get(url) ?? []), ...spans]))
}

connectivity.onChange(() => {
  if (connectivity.get().is !== 'online') return
  for (const [url, spans] of left) {
    left.delete(url)
    sendSpans(url, spans).catch(() => sendLater(url, spans))
  }
})
