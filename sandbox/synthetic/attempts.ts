import { Random } from './random'

const ONE_IN = 16

/** The interview that this one tries again, through all attempts: the same candidate in the same flow. Its own index when it is the first. */
export function firstAttempt(seed: number, index: number): number {
  return isAnother(seed, index) ? firstAttempt(seed, index - 1) : index
}

/** Whether its candidate has other attempts, before it or after. */
export function isOneOfSeveral(seed: number, index: number): boolean {
  return isAnother(seed, index) || isAnother(seed, index + 1)
}

function isAnother(seed: number, index: number): boolean {
  return index > 0 && new Random(`attempt ${seed} ${index}`).chance(1 / ONE_IN)
}
