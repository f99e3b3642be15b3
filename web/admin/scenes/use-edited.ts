import { useEffect, useState } from 'react'
import type { Scenes } from '../../../server/contract/wall.ts'
import type { Seen } from '../../api-admin.ts'
import { begun, type Edited, isChanged } from './scene-edits.ts'

/** The round as it is edited here, and the one that it began from. One that nobody has edited follows what others save; else `overtaken` says
 *  that the two are apart. */
export function useEdited(seen: Seen<Scenes>) {
  const [base, setBase] = useState(seen)
  const [edited, setEdited] = useState<Edited>(() => begun(seen.of.scenes))
  const dirty = isChanged(edited, base.of.scenes)
  const overtaken = seen.etag !== base.etag
  const takeOver = (from: Seen<Scenes>): void => {
    setBase(from)
    setEdited(begun(from.of.scenes))
  }
  // Somebody may have saved the very same: nothing is apart then.
  const isSame = !isChanged(edited, seen.of.scenes)
  useEffect(() => {
    if (!overtaken || (dirty && !isSame)) return
    setBase(seen)
    if (!isSame) setEdited(begun(seen.of.scenes))
  }, [overtaken, dirty, isSame, seen])
  return { base, edited, setEdited, dirty, overtaken: overtaken && dirty, takeOver }
}
