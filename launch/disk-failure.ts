const SENTENCES: Record<string, string> = {
  ENOSPC: 'there is no space left on its disk. Free some, then start again.',
  EDQUOT: 'its disk quota is used up. Free some space, then start again.',
  EACCES: 'this user may not write there. Change who owns the folder, or set DATA_DIR to another one.',
  EPERM: 'this user may not write there. Change who owns the folder, or set DATA_DIR to another one.',
  EROFS: 'its disk can only be read. Set DATA_DIR to a folder that can be written.',
  ENOTDIR: 'a file stands where a folder should be. Set DATA_DIR to another folder.',
  EEXIST: 'a file stands where a folder should be. Set DATA_DIR to another folder.',
}

/** WASI's numbers, which is how the engine's own file system says it. */
const WASI_NAMES: Record<number, string> = { 2: 'EACCES', 19: 'EDQUOT', 51: 'ENOSPC', 63: 'EPERM', 69: 'EROFS' }

/** Why a folder could not be used, as the end of a sentence, with what to do about it. */
export function reasonOf(error: unknown): string {
  const sentence = SENTENCES[nameOf(error)]
  return sentence ?? (error instanceof Error ? error.message : 'nobody knows why.')
}

function nameOf(error: unknown): string {
  if (!(error instanceof Object)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'errno' in error && typeof error.errno === 'number' ? (WASI_NAMES[error.errno] ?? '') : ''
}
