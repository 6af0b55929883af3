import * as z from 'zod/mini'

const problem = z.object({ title: z.string(), code: z.string(), id: z.string() })

/** What went wrong, in a sentence for the user; `id` finds the reason in the server's log. */
export class RequestFailed extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly id: string | null,
  ) {
    super(message)
  }
}

/** SWR's fetcher: throws RequestFailed for every answer that is not 2xx and when there is none. */
export async function fetchJson<T>(url: string, init?: RequestInit): Promise<T> {
  const response = await fetch(url, init).catch(() => {
    throw new RequestFailed('Debrief is not answering. Check your connection.', 'offline', null)
  })
  if (response.ok) return response.json() as Promise<T>

  const told = problem.safeParse(await response.json().catch(() => null))
  if (!told.success) throw new RequestFailed('Debrief could not answer. Try again in a minute.', 'unexpected', null)
  throw new RequestFailed(told.data.title, told.data.code, told.data.id)
}
