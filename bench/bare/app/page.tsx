/** The baseline: a dynamic page without session, database, proxy or client code; `lines` sets the size of its HTML. */
export default async function BarePage({ searchParams }: PageProps<'/'>) {
  const { lines } = await searchParams
  const numbers = Array.from({ length: Number(lines) }, (_, index) => index)
  return (
    <main>
      {numbers.map((number) => (
        <p key={number}>Line {number} of a page that asks nobody for anything.</p>
      ))}
    </main>
  )
}
