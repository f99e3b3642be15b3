import { type IconId, iconUrl } from './icon.ts'

/** A kind of asset, drawn in the colour of the text around it. Decoration: the name stands beside it. */
export function Icon({ id, size = 15 }: { id: IconId; size?: number }) {
  const mask = `url("${iconUrl(id)}") center / contain no-repeat`
  return (
    <span
      aria-hidden="true"
      style={{ display: 'inline-block', flex: 'none', width: size, height: size, background: 'currentColor', mask }}
    />
  )
}
