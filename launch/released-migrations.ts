import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

export const MIGRATIONS = 'lib/db/migrations'
const LIST = 'released.json'

const journal = z.object({ entries: z.array(z.object({ tag: z.string() })) })
const release = z.object({
  version: z.string(),
  migrations: z.array(z.object({ tag: z.string(), sha256: z.string() })),
})
type Release = z.infer<typeof release>

/** What each released version brought, the oldest first; a database that ran one of them must never meet another text. */
export function readReleases(folder = MIGRATIONS): Release[] {
  const path = join(folder, LIST)
  return existsSync(path) ? z.array(release).parse(JSON.parse(readFileSync(path, 'utf8'))) : []
}

/** In the order in which they are applied. */
export function hashMigrations(folder = MIGRATIONS): Release['migrations'] {
  const { entries } = journal.parse(JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')))
  return entries.map(({ tag }) => {
    const text = readFileSync(join(folder, `${tag}.sql`))
    return { tag, sha256: createHash('sha256').update(text).digest('hex') }
  })
}

/** A sentence for each released migration that is not what, or where, it was. */
export function findRewritten(folder = MIGRATIONS): string[] {
  const present = hashMigrations(folder)
  const released = readReleases(folder).flatMap(({ version, migrations }) =>
    migrations.map((migration) => ({ version, ...migration })),
  )
  return released.flatMap(({ version, tag, sha256 }, index) => {
    const isSame = present[index]?.tag === tag && present[index].sha256 === sha256
    return isSame
      ? []
      : [`${tag} was released with ${version} and may not change: restore it, and add a new migration.`]
  })
}

/** Lists what has been added since the last release as this version's. Throws when it is released already, or something was rewritten. */
export function freezeMigrations(version: string, folder = MIGRATIONS) {
  const releases = readReleases(folder)
  if (releases.some((earlier) => earlier.version === version))
    throw new Error(`${version} is frozen already. Raise the version in package.json first.`)
  const [rewritten] = findRewritten(folder)
  if (rewritten) throw new Error(rewritten)

  const count = releases.reduce((sum, { migrations }) => sum + migrations.length, 0)
  const next = [...releases, { version, migrations: hashMigrations(folder).slice(count) }]
  writeFileSync(join(folder, LIST), `${JSON.stringify(next, null, 2)}\n`)
}
