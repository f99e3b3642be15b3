import { cpus, loadavg } from 'node:os'

/** What a figure was measured on. */
export interface Machine {
  date: string
  node: string
  cores: number
  /** Of the machine over a minute, at the begin: more than 1 means that others ran too. */
  load: number
}

export const machine = (): Machine => ({
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  cores: cpus().length,
  load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
})

export const words = ({ date, node, cores, load }: Machine): string =>
  `${date}, Node ${node}, ${cores} cores shared with the load generator, load before ${load}.`
