import { useEffect, useState } from 'react'
import type { Pairing } from '../../server/contract/screen.ts'
import { Refusal } from '../api.ts'
import { askToPair, collectPairing } from '../api-admin.ts'

/** How far a wall has come: `code` is to be typed by an admin; `silent`: the server does not answer. */
export interface PairingState {
  code: string | undefined
  fault: Error | undefined
}

const ASK_EVERY_MS = 2_000
const AFTER_FAULT_MS = 5_000

/** Asks to be let in until it is: a code that ran out is replaced by itself, nobody has to touch a wall. */
export function usePairing(onPaired: () => void): PairingState {
  const [state, setState] = useState<PairingState>({ code: undefined, fault: undefined })
  useEffect(() => {
    let pairing: Pairing | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const step = async (): Promise<void> => {
      try {
        pairing ??= await askToPair()
        const isIn = (await collectPairing(pairing.secret)) === 'paired'
        if (gone) return
        if (isIn) return onPaired()
        setState({ code: pairing.code, fault: undefined })
        timer = setTimeout(() => void step(), ASK_EVERY_MS)
      } catch (error) {
        if (gone) return
        // It ran out, or was taken by a page of the same wall: the next try asks for another.
        if (error instanceof Refusal && error.problem.status === 404) pairing = undefined
        setState({ code: pairing?.code, fault: error instanceof Error ? error : new Error(String(error)) })
        timer = setTimeout(() => void step(), AFTER_FAULT_MS)
      }
    }
    void step()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [onPaired])
  return state
}
