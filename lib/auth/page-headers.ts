const ISOLATING = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cache-control': 'no-store',
}
const HTTPS_ONLY = { 'strict-transport-security': 'max-age=63072000' }

/** What every answer but a static file's says; `nonce` belongs to this answer alone. */
export function pageHeaders({ nonce, https, dev }: { nonce: string; https: boolean; dev: boolean }) {
  return { ...ISOLATING, ...(https ? HTTPS_ONLY : {}), 'content-security-policy': contentPolicy(nonce, dev) }
}

/** Scripts run when they carry the nonce or are loaded by one that does; styles may be inline, since charts and menus set some. */
function contentPolicy(nonce: string, dev: boolean) {
  return [
    "default-src 'none'",
    // Hot reload evaluates code and listens on a socket.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws: wss:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ')
}
