import * as z from 'zod/mini'

/** Why a request was refused, in a sentence for whoever made it. */
export type Refusal = { code: string; message: string }

const csrf = z.object({ csrfToken: z.string() })
/** RFC 9457. */
const problem = z.object({ code: z.string(), title: z.string() })

const UNANSWERED: Refusal = {
  code: 'unanswered',
  message: 'The server is not answering. Check your connection and try again.',
}

/** Null when signed in. */
export function signIn(email: string, password: string): Promise<Refusal | null> {
  return postWithToken('/api/auth/callback/credentials', { email, password })
}

/** Null when signed out. */
export function signOut(): Promise<Refusal | null> {
  return postWithToken('/api/auth/signout', {})
}

/** Null when the first admin was made. */
export function claimInstallation(claim: { code: string; email: string; password: string }): Promise<Refusal | null> {
  return post('/api/setup', claim)
}

/** next-auth wants the token of its cookie in the form as well. */
async function postWithToken(path: string, fields: Record<string, string>): Promise<Refusal | null> {
  const answer = await fetch('/api/auth/csrf').catch(() => undefined)
  if (!answer?.ok) return UNANSWERED
  const { csrfToken } = csrf.parse(await answer.json())
  return post(path, { ...fields, csrfToken })
}

async function post(path: string, fields: Record<string, string>): Promise<Refusal | null> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  }).catch(() => undefined)
  return answer?.ok ? null : refusalOf(answer)
}

/** Whatever answers in between without being asked, such as a reverse proxy, is not ours to quote. */
async function refusalOf(answer: Response | undefined): Promise<Refusal> {
  if (answer?.headers.get('content-type') !== 'application/problem+json') return UNANSWERED
  const { code, title } = problem.parse(await answer.json())
  return { code, message: title }
}
