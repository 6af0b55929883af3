import { z } from 'zod'
import { wordsOf } from '../lib/transcript/words'

const list = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      hasAudio: z.boolean(),
      candidate: z.object({ name: z.string().nullable(), email: z.string().nullable() }),
    }),
  ),
})
const interview = z.object({ segments: z.array(z.object({ text: z.string() })) })

export type KnownInterview = { id: string; name: string; email: string; sentence: string }

/** An interview of the running installation with all that a stranger must never read of it; waits for the first pull. */
export async function knownInterview(origin: string, cookie: string): Promise<KnownInterview> {
  for (;;) {
    const { items } = list.parse(await getJson(`${origin}/api/interviews?limit=200`, cookie))
    const found = items.find(
      (item) => item.state === 'ready' && item.hasAudio && item.candidate.name && item.candidate.email,
    )
    if (found?.candidate.name && found.candidate.email) {
      const { segments } = interview.parse(await getJson(`${origin}/api/interviews/${found.id}`, cookie))
      const sentence = segments.map((segment) => segment.text.trim()).find((text) => text.length > 60)
      if (sentence)
        return {
          id: found.id,
          name: found.candidate.name,
          email: found.candidate.email,
          sentence: sentence.slice(0, 50),
        }
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/** The interview with the longest recording: far more than any buffer on its way. */
export async function longestInterview(origin: string, cookie: string): Promise<string> {
  await knownInterview(origin, cookie)
  const { items } = list.parse(await getJson(`${origin}/api/interviews?sort=-duration&limit=200`, cookie))
  const longest = items.find((item) => item.hasAudio)
  if (!longest) throw new Error('no interview has a recording')
  return longest.id
}

export const ARABIC_WORD = 'العمل'

/** The interview in which it is said. */
export async function rightToLeftInterview(origin: string, cookie: string): Promise<string> {
  await knownInterview(origin, cookie)
  const search = new URLSearchParams({ q: ARABIC_WORD })
  const [found] = list.parse(await getJson(`${origin}/api/interviews?${search}`, cookie)).items
  if (!found) throw new Error(`nobody says ${ARABIC_WORD}`)
  return found.id
}

/** When the first word of this segment is said, in seconds. */
export async function startOfSegment(origin: string, cookie: string, { id, segment }: { id: string; segment: number }) {
  const texts = z.array(z.string()).parse(await getJson(`${origin}/api/interviews/${id}/words`, cookie))
  const [first] = wordsOf(texts[segment] ?? '')
  if (!first) throw new Error(`nothing is said in segment ${segment}`)
  return first.start
}

async function getJson(url: string, cookie: string): Promise<unknown> {
  const response = await fetch(url, { headers: { cookie } })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.json()
}
