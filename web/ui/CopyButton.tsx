import { useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import { copyText } from './copy-text.ts'

/** Puts a text on the clipboard and says so for a moment in its own words. */
export function CopyButton({
  text,
  label,
  done,
  title,
}: {
  text: string
  label: string
  done: string
  title?: string
}) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async (): Promise<void> => setCopied(await copyText(text))
  return (
    <Button small look="quiet" title={title} onClick={() => void copy()}>
      <span aria-live="polite">{copied ? done : label}</span>
    </Button>
  )
}
