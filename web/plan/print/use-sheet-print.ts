import { useCallback, useEffect, useRef, useState } from 'react'
import type { City } from '../../../server/contract/city.ts'
import type { Layer } from '../../../server/contract/layer.ts'
import type { MapPicture } from '../../map/city-map.ts'
import { drawMap } from './draw-map.ts'
import type { Ground } from './true-scale.ts'

interface SheetPicture {
  /** Of the map, as an image. */
  url: string
  /** When it was printed, epoch ms. */
  now: number
}

export interface SheetPrint {
  picture: SheetPicture | undefined
  /** Pieces that are drawn; undefined: nothing is being drawn. */
  drawing: { done: number; all: number } | undefined
  failed: boolean
  print: () => void
}

interface Needs {
  city: City
  layers: Layer[]
  picture: MapPicture
  ground: Ground
  language: 'zh' | 'en'
}

/** Draws the sheet's map, puts it on its page and opens the browser's print. */
export function useSheetPrint(needs: Needs): SheetPrint {
  const [picture, setPicture] = useState<SheetPicture>()
  const [drawing, setDrawing] = useState<SheetPrint['drawing']>()
  const [failed, setFailed] = useState(false)
  const latest = useRef(needs)
  latest.current = needs
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const print = useCallback(() => {
    if (running.current) return
    const stop = new AbortController()
    running.current = stop
    const run = async (): Promise<void> => {
      const { city, layers, picture: shown, ground } = latest.current
      setFailed(false)
      setPicture(undefined)
      const onPiece = (done: number, all: number): void => setDrawing({ done, all })
      onPiece(0, 1)
      const blob = await drawMap({ city, layers, picture: shown, ground, label: '', onPiece, signal: stop.signal })
      const url = URL.createObjectURL(blob)
      const image = new Image()
      image.src = url
      await image.decode()
      setPicture({ url, now: Date.now() })
    }
    run()
      .catch((fault: unknown) => {
        if (!(fault instanceof DOMException && fault.name === 'AbortError')) setFailed(true)
      })
      .finally(() => {
        running.current = undefined
        setDrawing(undefined)
      })
  }, [])

  useEffect(() => {
    if (!picture) return
    let gone = false
    const clear = (): void => setPicture(undefined)
    const open = async (): Promise<void> => {
      // A frame for the pages to be laid out, which asks for their slices of the font.
      await new Promise(requestAnimationFrame)
      await document.fonts.ready
      if (!gone) window.print()
    }
    window.addEventListener('afterprint', clear)
    void open()
    return () => {
      gone = true
      window.removeEventListener('afterprint', clear)
      URL.revokeObjectURL(picture.url)
    }
  }, [picture])
  return { picture, drawing, failed, print }
}
