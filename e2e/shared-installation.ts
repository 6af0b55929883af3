import { startInstallation } from './installation'

/** One installation serves every spec that does not need to break it. */
export default async function sharedInstallation() {
  const installation = await startInstallation()
  process.env.E2E_INSTALLATION = JSON.stringify({
    origin: installation.origin,
    sandboxOrigin: installation.sandbox.origin,
    logs: [installation.app.log],
    key: installation.key,
    databaseUrl: installation.databaseUrl,
  })
  return () => installation.stop()
}
