/** Ids that exist but belong to another organisation: asking for them answers 403. */
export const FOREIGN = {
  team: 'f0e1d2c3-0000-4000-8000-00000000f0e1',
  flow: 'f0e1d2c3',
  interview: 'f0e1d2c3-1111-4111-8111-11111111f0e1',
}
