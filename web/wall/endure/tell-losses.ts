import { reportFault } from '../../api.ts'

/** Tells the server of each loss of the map's WebGL context once (W2). It is given how many there were since the map was put on the page. */
export function tellLosses(): (losses: number) => void {
  let told = 0
  return (losses) => {
    // A map that is put on the page anew counts from 0 again.
    if (losses < told) told = 0
    for (; told < losses; told++) void reportFault('context-lost')
  }
}
