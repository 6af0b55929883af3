import { hashText } from './random'

const VALID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** A UUID whose last eight digits hide the index behind its first eight, so that an id leads back without a table. */
export function syntheticId(seed: number, index: number): string {
  const mask = hashText(`id ${seed} ${index}`)
  const noise = hex(hashText(`noise ${seed} ${index}`))
  const rest = hex(hashText(`rest ${seed} ${index}`))
  const variant = '89ab'[mask % 4]
  const hidden = hex((mask ^ index) >>> 0)
  return `${hex(mask)}-${noise.slice(0, 4)}-4${noise.slice(4, 7)}-${variant}${rest.slice(0, 3)}-${rest.slice(3, 7)}${hidden}`
}

/** The index behind an id of this seed, null for any other id. */
export function syntheticIndex(seed: number, id: string): number | null {
  if (!VALID.test(id)) return null
  const index = (Number.parseInt(id.slice(0, 8), 16) ^ Number.parseInt(id.slice(-8), 16)) >>> 0
  return syntheticId(seed, index) === id ? index : null
}

function hex(value: number) {
  return value.toString(16).padStart(8, '0')
}
