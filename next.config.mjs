/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  poweredByHeader: false,
  // lib/server/compress-answers.ts does it.
  compress: false,
  reactStrictMode: true,
  agentRules: false,
  // `npm run types` checks the whole project, tests included, so a build need not.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // The image optimiser is where most of the framework's critical fixes are, and nothing here needs it.
  images: { unoptimized: true },
  outputFileTracingIncludes: { '/*': ['./lib/db/migrations/**'] },
  // More than any change takes: what is beyond is refused, and until then not kept.
  experimental: { proxyClientMaxBodySize: '4mb' },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino'],
}

export default config
