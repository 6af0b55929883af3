/** How many of the interviews that a reader sees a search looks through by now. */
export type Coverage = { searchable: number; of: number }

/** What is said to whoever searches meanwhile, and what becomes of it. */
export function incompleteSearch({ searchable, of }: Coverage): { cause: string; wayOut: string } {
  const [some, all] = [searchable.toLocaleString('en-US'), of.toLocaleString('en-US')]
  const cause = `${some} of ${all} ${of === 1 ? 'interview' : 'interviews'} can be searched so far.`
  return { cause, wayOut: 'The others follow by themselves.' }
}
