import { z } from 'zod'

const locked = z.looseObject({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  /** It comes inside another package. */
  inBundle: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
})
type Locked = z.infer<typeof locked>

export const lockfile = z.looseObject({ packages: z.record(z.string(), locked) })

type Missing = { name: string; version: string }

/** The paths of the packages that npm would install whatever they hold: what it downloads is compared with nothing. */
export function unverified(packages: Record<string, Locked>): string[] {
  return Object.entries(packages).flatMap(([path, { integrity, inBundle }]) =>
    path === '' || inBundle || integrity?.startsWith('sha512-') ? [] : [path],
  )
}

/** The optional packages that a locked one pins to a version and that are locked nowhere it would look. */
export function missingOptionals(packages: Record<string, Locked>): Missing[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => /^\d/.test(version) && !isLocked(packages, path, name))
      .map(([name, version]) => ({ name, version })),
  )
}

function isLocked(packages: Record<string, Locked>, path: string, name: string): boolean {
  if (path === '') return `node_modules/${name}` in packages
  if (`${path}/node_modules/${name}` in packages) return true
  return isLocked(packages, path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name)
}
