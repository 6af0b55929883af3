import { askServer } from './ask-server'
import { connectivity } from './connectivity'
import { drawAnew } from './draw-anew'
import { fieldsOf, isText } from './unknown-fields'

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

/** SWR's fetcher. Throws as `fetchAnswer` does. */
export async function fetchJson<T>(url: string, init?: RequestInit): Promise<T> {
  const response = await fetchAnswer(url, init)
  return response.json() as Promise<T>
}

/**
 * Throws RequestFailed for every answer that is not 2xx and when there is none. Where somebody else is signed in by now, the
 * tab is drawn anew.
 */
export async function fetchAnswer(url: string, init?: RequestInit): Promise<Response> {
  const response = await askServer(url, init).catch(() => {
    throw new RequestFailed('Debrief is not answering. Check your connection.', 'offline', null)
  })
  if (response.ok) return response

  const problem = await readProblem(response)
  if (!problem) throw new RequestFailed('Debrief could not answer. Try again in a minute.', 'unexpected', null)
  if (problem.code === 'another_member') drawAnew()
  if (OUTAGES.includes(problem.code)) connectivity.failed()
  throw new RequestFailed(problem.sentence, problem.code, problem.id)
}

/** Codes by which the server says that it cannot work, whatever it is asked. */
const OUTAGES = ['database_unavailable', 'not_ready']

/** Null where the answer does not say. */
async function readProblem(response: Response) {
  const { title, detail, code, id } = fieldsOf(await response.json().catch(() => null))
  if (!isText(title) || !isText(code) || !isText(id)) return null
  return { sentence: isText(detail) ? `${title} ${detail}` : title, code, id }
}
