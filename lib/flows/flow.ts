/** A role with its questions; `language` as Ribbon spells it, such as `en-US`. */
export type Flow = { id: string; title: string; teamId: string | null; language: string | null }
