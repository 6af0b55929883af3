import { signInOverHttp } from './http-session'
import { makeTemplateWithMembers, MEMBERS, PASSWORD, startInstallation } from './installation'
import { untilPulled } from './until-pulled'

/** One installation serves every spec that does not need to break it; it begins with nothing, as one does, those of others with its members. */
export default async function sharedInstallation() {
  const installation = await startInstallation()
  const { origin, key, databaseUrl, env, sandbox, app } = installation
  await untilPulled(origin, await signInOverHttp(origin, MEMBERS[0], PASSWORD))
  process.env.E2E_INSTALLATION = JSON.stringify({
    origin,
    key,
    databaseUrl,
    env,
    sandbox,
    log: app.log,
  })
  const { template, close } = await makeTemplateWithMembers()
  process.env.E2E_TEMPLATE = template
  return async () => {
    await installation.stop()
    await close()
  }
}
