/** A Ribbon team: interviews and flows belong to one. */
export type Team = { id: string; name: string }
