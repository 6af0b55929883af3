/** The folder of the embedded database. */
export function dataDirOf(env: NodeJS.ProcessEnv): string {
  return env.DATA_DIR?.trim() || '.data'
}
