const EVERYWHERE = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' }
const NOT_STATIC = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Passkeys are our own pages' alone, whatever is framed.
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), ' +
    'publickey-credentials-get=(self), publickey-credentials-create=(self)',
  'cache-control': 'no-store',
}
const HTTPS_ONLY = { 'strict-transport-security': 'max-age=63072000' }

const NOTHING = ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]

type Settings = { https: boolean; dev: boolean }

/** Pages whose address is a secret, which no link on them passes on. */
const SECRET_PAGES = /^\/(invite|reset)\//

/** What the answer to this path says; the policy of a page lets scripts run that carry `nonce`, which belongs to this answer alone. */
export function answerHeaders(path: string, nonce: string, { https, dev }: Settings) {
  const always = { ...EVERYWHERE, ...(https ? HTTPS_ONLY : {}) }
  if (path.startsWith('/_next/static/')) return { ...always, 'content-security-policy': NOTHING.join('; ') }

  const secret = SECRET_PAGES.test(path) ? { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' } : {}
  const policy = path.startsWith('/api/') ? [...NOTHING, 'sandbox'] : pagePolicy(nonce, dev)
  return { ...always, ...NOT_STATIC, ...secret, 'content-security-policy': policy.join('; ') }
}

/** Scripts run when they carry the nonce or are loaded by one that does; styles may be inline, since charts and menus set some. */
function pagePolicy(nonce: string, dev: boolean) {
  return [
    ...NOTHING,
    // Hot reload evaluates code and listens on a socket.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws: wss:' : ''}`,
    "form-action 'self'",
  ]
}
