/**
 * npm run lockfile: npm forgets the optional packages of other platforms, or their integrity, whenever it changes the lockfile
 * of an installed tree. Where nothing is installed it asks the registry for each.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lockfile, unverified } from './lockfile'

const FILE = 'package-lock.json'

const folder = mkdtempSync(join(tmpdir(), 'lockfile-'))
for (const name of ['package.json', '.npmrc']) copyFileSync(name, join(folder, name))
const lock = lockfile.parse(JSON.parse(readFileSync(FILE, 'utf8')))
for (const path of unverified(lock.packages)) delete lock.packages[path]
writeFileSync(join(folder, FILE), JSON.stringify(lock))
execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], { cwd: folder, stdio: 'inherit' })
copyFileSync(join(folder, FILE), FILE)
rmSync(folder, { recursive: true })
