/** Reads an answer to its end, as a browser does; throws unless it was one of success. */
export async function readWhole(url: string, headers: Record<string, string>) {
  const response = await fetch(url, { headers })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  await response.arrayBuffer()
}
