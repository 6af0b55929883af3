import { z } from 'zod'

const locked = z.looseObject({
  version: z.string().optional(),
  resolved: z.string().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
})
export type Locked = z.infer<typeof locked>

export const lockfile = z.looseObject({ packages: z.record(z.string(), locked) })

type Missing = { name: string; version: string; isDev: boolean }

/** The optional packages that a locked one pins to a version and that are locked nowhere it would look. */
export function missingOptionals(packages: Record<string, Locked>): Missing[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => /^\d/.test(version) && !isLocked(packages, path, name))
      .map(([name, version]) => ({ name, version, isDev: dev })),
  )
}

function isLocked(packages: Record<string, Locked>, path: string, name: string): boolean {
  if (path === '') return `node_modules/${name}` in packages
  if (`${path}/node_modules/${name}` in packages) return true
  return isLocked(packages, path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name)
}
