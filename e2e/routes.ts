import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Everything that strangers may call, with the reason; a route that is not here must refuse them. */
export const PUBLIC_ROUTES: Record<string, string> = {
  '/': 'only redirects',
  '/sign-in': 'where one signs in',
  '/setup': 'makes the first admin, against the code in the server’s log',
  '/invite/[token]': 'where one joins who was invited, by a link that works once',
  '/api/invitations/accepted': 'makes who was invited a member, against the token of the link',
  '/reset/[token]': 'where one sets a new password, by a link that works once',
  '/forgot': 'where one asks for such a link',
  '/api/password-links/asked': 'has a member mailed such a link, and tells nobody who is one',
  '/api/password-links/used': 'sets a new password, against the token of the link',
  '/problems/[code]': 'says what a failure means',
  '/api/auth/[...nextauth]': 'signing in and out',
  '/api/sign-in/challenge': 'says what a passkey is to sign, and keeps nothing',
  '/api/sign-in/passkey': 'signs in, against the passkey’s signature',
  '/api/auth/backchannel-logout': 'carries a token that the identity provider has signed',
  '/api/setup': 'makes the first admin, against the code in the server’s log',
  '/api/health/live': 'probes, without detail',
  '/api/health/ready': 'probes, without detail',
  '/api/refused/[reason]': 'says that a request cannot be read',
  '/api/[...nowhere]': 'says that there is nothing here',
  '/api/webhooks/ribbon': 'carries a signature of its own',
}

/** A value for each parameter of a path that no test cares about. */
export const PLACEHOLDERS = {
  kind: 'audio',
  reason: 'address',
  nowhere: 'nowhere',
  code: 'not_found',
  noteId: crypto.randomUUID(),
  correctionId: crypto.randomUUID(),
  score: 'skills',
  seq: '1',
  flowId: crypto.randomUUID(),
  invitationId: crypto.randomUUID(),
  memberId: crypto.randomUUID(),
  sessionId: crypto.randomUUID(),
  passkeyId: crypto.randomUUID(),
  token: 'a-token-of-no-link-whatever-that-anybody-made',
  questionKey: 'of-a-question-22-chars',
}

/** `asksFor` are the permissions that its file, a path of the repository, names. */
export type AppRoute = {
  pattern: string
  kind: 'page' | 'endpoint'
  methods: string[]
  file: string
  asksFor: string[]
}

/** The routes as they are on disk, so that a new one is tested without being listed. */
export function appRoutes(root = 'app'): AppRoute[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  return files.flatMap((file): AppRoute[] => {
    const [, folder = '', kind] = /^(.*?)\/?(page|route)\.tsx?$/.exec(file) ?? []
    if (!kind) return []
    const segments = folder.split('/').filter((segment) => segment !== '' && !/^\(.*\)$/.test(segment))
    const pattern = `/${segments.join('/')}`
    const path = join(root, file)
    const source = readFileSync(path, 'utf8')
    const asksFor = Array.from(
      source.matchAll(/\b(?:require|page)May\('([^']+)'\)/g),
      ([, permission = '']) => permission,
    )
    if (kind === 'page') return [{ pattern, kind: 'page', methods: ['GET', 'POST'], file: path, asksFor }]
    return [{ pattern, kind: 'endpoint', methods: exportedMethods(source), file: path, asksFor }]
  })
}

export function routeUrl(pattern: string, parameters: Record<string, string>): string {
  return pattern.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => {
    const value = parameters[name]
    if (value === undefined) throw new Error(`${pattern} has a parameter ${name} that the tests have no value for`)
    return value
  })
}

function exportedMethods(source: string): string[] {
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
  const exported = methods.filter((method) => new RegExp(`export\\b[^\\n]*\\b${method}\\b`).test(source))
  return exported.includes('GET') ? [...new Set([...exported, 'HEAD'])] : exported
}
