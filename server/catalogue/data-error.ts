import type { z } from 'zod'

/** One thing wrong with the data that is shipped or added: which file, where in it, what. */
export interface DataFault {
  file: string
  /** `fields[2].choices`, `row 17`; empty when it is the file as a whole. */
  path: string
  message: string
}

export type FaultInFile = Omit<DataFault, 'file'>

const wordsOf = ({ file, path, message }: DataFault) => (path ? `${file}: ${path}: ${message}` : `${file}: ${message}`)

/** The data cannot be used. Holds every fault found, not only the first, and its message lists them one a line. */
export class DataError extends Error {
  readonly faults: readonly DataFault[]

  constructor(faults: readonly DataFault[]) {
    super(faults.map(wordsOf).join('\n'))
    this.name = 'DataError'
    this.faults = faults
  }
}

const pathOf = (keys: readonly PropertyKey[]) =>
  keys.map((key, i) => (typeof key === 'number' ? `[${key}]` : i ? `.${String(key)}` : String(key))).join('')

export const faultsOfSchema = (file: string, error: z.ZodError): DataFault[] =>
  error.issues.map(({ path, message }) => ({ file, path: pathOf(path), message }))
