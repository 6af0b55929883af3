import { z } from 'zod'

const freshness = z.object({ asOf: z.string().nullable(), coverage: z.unknown() })
const list = z.object({ items: z.array(z.object({ id: z.string() })) })

/** Waits until the first pull is over and indexed; the id of the interview with the longest recording. */
export async function untilMirrored(origin: string, cookie: string): Promise<string> {
  const ask = async (path: string): Promise<unknown> => (await fetch(origin + path, { headers: { cookie } })).json()
  for (;;) {
    const { asOf, coverage } = freshness.parse(await ask('/api/freshness'))
    const { items } = list.parse(await ask('/api/interviews?sort=-duration&limit=1'))
    if (asOf !== null && coverage === null && items[0]) return items[0].id
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}
