import { readOptions, type SandboxOptions } from './options'
import { startSandbox } from './server'

const sandbox = await startSandbox(optionsOrExit()).catch((error: Error) => exit(1, error))
console.log(`The sandbox Ribbon answers at ${sandbox.url} and at ${sandbox.url}/be-api; Ctrl-C ends it.`)

for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) {
  process.once(event, () => void sandbox.close().then(() => process.exit(0)))
}

function optionsOrExit(): SandboxOptions {
  try {
    return readOptions(process.argv.slice(2), process.env.SANDBOX_PORT)
  } catch (error) {
    return exit(2, error as Error)
  }
}

function exit(code: number, { message }: Error): never {
  console.error(message)
  process.exit(code)
}
