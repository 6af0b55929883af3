import { resolve } from 'node:path'

// The packages are the project's own, two folders up from where this is built.
const root = resolve(import.meta.dirname, '../..')

export default {
  output: 'standalone',
  poweredByHeader: false,
  agentRules: false,
  // Neither does the app: what it sends is compressed by itself.
  compress: false,
  outputFileTracingRoot: root,
  turbopack: { root },
  serverExternalPackages: ['pg'],
}
