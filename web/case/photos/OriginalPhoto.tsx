import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CasePhoto } from '../../../server/contract/case.ts'
import { RevealReason } from '../../../server/contract/complainant.ts'
import { readOriginal } from '../../api-photos.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'

/** The photo as the camera made it, for who may and says why; that it was read stands in the log before it is shown. */
export function OriginalPhoto({ photo, onLeave }: { photo: CasePhoto; onLeave: () => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [unfit, setUnfit] = useState(false)
  const reading = useMutation({ mutationFn: (why: string) => readOriginal(photo.id, why) })
  const picture = useObjectUrl(reading.data)
  const ask = (event: FormEvent): void => {
    event.preventDefault()
    const why = RevealReason.safeParse(reason)
    setUnfit(!why.success)
    if (why.success) reading.mutate(why.data)
  }
  if (picture)
    return (
      <div className="paint">
        <p className="paint-how">{t('original.shown')}</p>
        <img className="photo-full" src={picture} alt={t('original.alt')} />
        <div className="paint-buttons">
          <Button onClick={onLeave}>{t('report.hide')}</Button>
        </div>
      </div>
    )
  return (
    <form className="original-ask" onSubmit={ask}>
      <label>
        <b>{t('original.why')}</b>
        <input
          value={reason}
          maxLength={200}
          aria-invalid={unfit}
          aria-describedby="original-hint"
          // biome-ignore lint/a11y/noAutofocus: it was asked for with the button before
          autoFocus
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <small id="original-hint" className={unfit ? 'ink-late' : ''}>
        {t(unfit ? 'report.whyMissing' : 'original.hint')}
      </small>
      {reading.isError ? <Refused fault={reading.error} title={t('original.failed')} /> : null}
      <div className="paint-buttons">
        <Button type="submit" look="primary" disabled={reading.isPending}>
          {t('original.read')}
        </Button>
        <Button onClick={onLeave}>{t('act.leave')}</Button>
      </div>
    </form>
  )
}

/** An address for bytes that the page holds, given back when it is shown no longer. */
function useObjectUrl(of: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!of) return
    const made = URL.createObjectURL(of)
    setUrl(made)
    return () => {
      setUrl(undefined)
      URL.revokeObjectURL(made)
    }
  }, [of])
  return url
}
