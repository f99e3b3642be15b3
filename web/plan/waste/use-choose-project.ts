import { useFocus } from '../ranked/focus.tsx'
import { boxAround } from './box-around.ts'
import { useSites, useWaste } from './use-waste.ts'

/** Chooses a project, or lets it go, and takes the map to its site where that is known. */
export function useChooseProject(): (id: string) => void {
  const { goToBox } = useFocus()
  const sites = useSites()
  const { asked, change } = useWaste()
  return (id) => {
    const isOther = id !== asked.at
    change({ at: isOther ? id : undefined })
    const site = sites.data?.get(id)
    if (site && isOther) goToBox(boxAround(site))
  }
}
