/** `{ items, total }`, part by part: without its end it is no JSON. */
export async function* jsonOf(batches: AsyncIterable<unknown[]>) {
  yield '{"items":['
  let total = 0
  for await (const rows of batches) {
    yield rows.map((row) => `${total++ === 0 ? '' : ','}\n${JSON.stringify(row)}`).join('')
  }
  yield `\n],"total":${total}}\n`
}
