/** The Cookie header of a session that this member begins over plain HTTP. Throws what the server answered when it refuses. */
export async function beginSession(origin: string, email: string, password: string): Promise<string> {
  const response = await post(origin, 'callback/credentials', { fields: { email, password, json: 'true' } })
  const cookie = cookieHeader(response)
  if (!cookie.includes('session=')) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`)
  return cookie
}

/** Signs this session out. Throws what the server answered when it refuses. */
export async function endSession(origin: string, cookie: string): Promise<void> {
  const response = await post(origin, 'signout', { fields: { json: 'true' }, cookie })
  if (response.status >= 400) throw new Error(`sign-out answered ${response.status}: ${await response.text()}`)
}

type Sent = { fields: Record<string, string>; cookie?: string }

/** Next-auth wants the token of its cookie in the form as well. */
async function post(origin: string, action: string, { fields, cookie = '' }: Sent): Promise<Response> {
  const csrf = await fetch(`${origin}/api/auth/csrf`, { headers: { cookie } })
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const cookies = [cookie, cookieHeader(csrf)].filter((header) => header !== '').join('; ')
  return fetch(`${origin}/api/auth/${action}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, cookie: cookies, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, csrfToken }),
  })
}

function cookieHeader(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
