/**
 * npm run lockfile: npm forgets the optional packages of other platforms whenever it changes the lockfile of an installed
 * tree, and `npm ci` then refuses it there. This adds each by the version that its owner pins.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { lockfile, missingOptionals, type Locked } from './lockfile'

const FILE = 'package-lock.json'
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix']
const PROCESSORS = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'loong64', 'mips64el', 'arm']

const lock = lockfile.parse(JSON.parse(readFileSync(FILE, 'utf8')))
const missing = missingOptionals(lock.packages)
for (const { name, version, isDev } of missing) lock.packages[`node_modules/${name}`] = entry(name, version, isDev)

const [root, ...others] = Object.entries(lock.packages)
const sorted = others.toSorted(([a], [b]) => (a < b ? -1 : 1))
const packages = Object.fromEntries(root ? [root, ...sorted] : sorted)
writeFileSync(FILE, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
console.log(`${missing.length} packages added to ${FILE}.`)

function entry(name: string, version: string, isDev: boolean): Locked {
  const os = SYSTEMS.find((system) => name.includes(system))
  const cpu = PROCESSORS.find((processor) => name.includes(processor))
  const libc = name.includes('musl') ? 'musl' : name.includes('gnu') && os === 'linux' ? 'glibc' : undefined
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(isDev && { dev: true }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  }
}
