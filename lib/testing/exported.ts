import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A query or command as it stands on disk, with the text of its first parameter. */
export type Exported = { name: string; first: string; file: string; folder: string }

/** Every `queries.ts` and `commands.ts` of lib/, or those of one kind. */
export function filesOf(kind: 'queries' | 'commands' | 'queries|commands'): string[] {
  return readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .filter((file) => new RegExp(`/(?:${kind})\\.ts$`).test(file))
    .map((file) => join('lib', file))
}

export function exportedBy(files: string[]): Exported[] {
  return files.flatMap((file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(EXPORTED), ([, constant, name = constant ?? '', first = '']) => ({
      ...{ name, first, file, folder: dirname(file) },
    })),
  )
}
const EXPORTED = /^export (?:const (\w+) = cache\(async |(?:async )?function (\w+))\(\s*([^,)]*)/gm
