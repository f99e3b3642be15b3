import './search.css'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { Kbd } from './Kbd.tsx'

interface SearchFieldProps {
  /** Of the field itself, where others lead to it. */
  id?: string
  className?: string
  input: RefObject<HTMLInputElement | null>
  text: string
  words: { label: string; placeholder: string }
  /** The key that leads here. */
  hotKey: string | undefined
  /** The list of what was found: its id, whether it is open, and which of its options is the one. */
  list: { id: string; shown: boolean; active: string | undefined }
  onText: (text: string) => void
  onKey: (event: KeyboardEvent) => void
  onOpen: () => void
  onLeave: () => void
  children: ReactNode
}

/** A field to look for something, with the list of what was found below it. A combobox: the keyboard stays in the field while the arrows walk
 *  the list. A press elsewhere leaves it. */
export function SearchField(props: SearchFieldProps) {
  const { id, className, input, text, words, hotKey, list, onText, onKey, onOpen, onLeave, children } = props
  const box = useRef<HTMLDivElement>(null)
  const leaving = useRef(onLeave)
  leaving.current = onLeave
  useEffect(() => {
    const leave = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) leaving.current()
    }
    document.addEventListener('pointerdown', leave)
    return () => document.removeEventListener('pointerdown', leave)
  }, [])
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not yet known to every browser that offices run
    <div ref={box} className={className ? `search ${className}` : 'search'} role="search">
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        value={text}
        placeholder={words.placeholder}
        aria-label={words.label}
        aria-expanded={list.shown}
        aria-controls={list.id}
        aria-autocomplete="list"
        aria-activedescendant={list.shown ? list.active : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        onFocus={onOpen}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKey}
      />
      {hotKey ? <Kbd>{hotKey}</Kbd> : null}
      {children}
    </div>
  )
}
