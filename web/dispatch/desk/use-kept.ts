import { useState } from 'react'
import { useActor } from '../../me/use-me.ts'
import { keep, readKept } from './kept.ts'

/** Something of a person's own that this browser keeps. `read` makes it of what was kept, and of null. */
export function useKept<Value>(
  name: string,
  read: (text: string | null) => Value,
): [Value, (change: (now: Value) => Value) => void] {
  const person = useActor()?.id
  const [kept, setKept] = useState(() => ({ person, value: read(readKept(name, person)) }))
  // Another person's, as soon as it is known who sits here.
  const present = kept.person === person ? kept : { person, value: read(readKept(name, person)) }
  if (present !== kept) setKept(present)
  return [
    present.value,
    (change) =>
      setKept((now) => {
        const value = change(now.value)
        keep(name, now.person, value)
        return { ...now, value }
      }),
  ]
}
