/** Where a flow has none of its own. */
export const USUAL_DECLINE_REASONS: readonly string[] = [
  'Does not have what the role needs',
  'Others fit the role better',
  'Not available when needed',
  'Withdrew',
]
