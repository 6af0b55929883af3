/** A mistake in a sample's source, told with its place so that it can be mended without reading the renderer. */
export class Slip extends Error {
  constructor(file: string, line: number, complaint: string) {
    super(`${file}:${line}: ${complaint}`)
    this.name = 'Slip'
  }
}
