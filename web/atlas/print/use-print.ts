import { type RefObject, useCallback, useEffect, useState } from 'react'
import type { CityMap } from '../../map/city-map.ts'

export interface Printing {
  /** Address of the map's picture while it is being printed. */
  image: string | undefined
  fault: boolean
  print: () => void
}

/** Prints the page with the map as a picture: a WebGL canvas is blank on paper. Ctrl P goes the same way. */
export function usePrint(map: RefObject<CityMap | null>): Printing {
  const [image, setImage] = useState<string>()
  const [fault, setFault] = useState(false)
  const print = useCallback(() => {
    const take = async (): Promise<void> => {
      const blob = await map.current?.image()
      if (!blob) throw new Error('no map')
      const url = URL.createObjectURL(blob)
      const picture = new Image()
      picture.src = url
      await picture.decode()
      setFault(false)
      setImage(url)
    }
    take().catch(() => setFault(true))
  }, [map])
  useEffect(() => {
    if (!image) return
    // One frame for React to put the picture in its place.
    const frame = requestAnimationFrame(() => {
      window.print()
      setImage(undefined)
      URL.revokeObjectURL(image)
    })
    return () => cancelAnimationFrame(frame)
  }, [image])
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'p') return
      event.preventDefault()
      print()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [print])
  return { image, fault, print }
}
