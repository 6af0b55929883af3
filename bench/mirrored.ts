import { z } from 'zod'

const list = z.object({
  total: z.number(),
  items: z.array(z.object({ id: z.string(), duration: z.number().nullable() })),
})

/** Waits until the first pull is over; the id of the interview with the longest recording. */
export async function untilMirrored(origin: string, cookie: string): Promise<string> {
  for (let seen = -1; ;) {
    const response = await fetch(`${origin}/api/interviews?sort=-duration&limit=1`, { headers: { cookie } })
    const { total, items } = list.parse(await response.json())
    if (total > 0 && total === seen && items[0]) return items[0].id
    seen = total
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}
