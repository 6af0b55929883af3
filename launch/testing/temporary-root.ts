import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** All that a run of tests leaves behind, and the programs that it ends, lies in one folder, which goes with it. */
export function setup() {
  const root = mkdtempSync(join(tmpdir(), 'tests-'))
  process.env.TMPDIR = root
  return () => rmSync(root, { recursive: true, force: true })
}
