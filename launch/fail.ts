/** Ends the program with the error's sentence, without a stack: these are for whoever typed the command. */
export function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
