import { useRef } from 'react'

/** The value of before as long as it says the same. The map is opened anew for another city or catalogue, and must not be for a count
 *  that moved. */
export function useStable<Value>(value: Value): Value {
  const text = JSON.stringify(value)
  const kept = useRef({ text, value })
  if (kept.current.text !== text) kept.current = { text, value }
  return kept.current.value
}
