import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoPhase } from '../../../server/contract/photo.ts'
import { addPhoto, PHOTO_BYTES, PHOTO_TYPES } from '../../api-photos.ts'
import { newKey } from '../../api-send.ts'
import { useRefusedWords } from '../../refused.tsx'

interface AddPhotoProps {
  caseNumber: string
  caseId: string
  phase: PhotoPhase
}

/** A place to drop photos on, or to choose them. What is too large or no picture is said at once, before it is sent. */
export function AddPhoto({ caseNumber, caseId, phase }: AddPhotoProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const refusedWords = useRefusedWords()
  const [over, setOver] = useState(false)
  const [share, setShare] = useState(0)
  const [unfit, setUnfit] = useState<string>()
  const sending = useMutation({
    mutationFn: async (files: File[]) => {
      for (const file of files) {
        setShare(0)
        await addPhoto({ caseId, phase, file, key: newKey() }, setShare)
      }
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['cases', 'one', caseNumber] }),
        queries.invalidateQueries({ queryKey: ['cases', 'timeline', caseNumber] }),
      ]),
  })
  const take = (list: FileList | null): void => {
    const files = [...(list ?? [])]
    const large = files.find(({ size }) => size > PHOTO_BYTES)
    const other = files.find(({ type }) => !PHOTO_TYPES.includes(type))
    setUnfit(
      large
        ? t('photo.tooLarge', { name: large.name, mb: (large.size / 1_048_576).toFixed(1) })
        : other
          ? t('photo.noPicture', { name: other.name })
          : undefined,
    )
    if (files.length > 0 && !large && !other) sending.mutate(files)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const fault = unfit ?? (sending.isError ? refusedWords(sending.error) : undefined)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field inside is the way for the keyboard; dropping is a second one.
    <div
      className={`photo-drop ${over ? 'is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label>
        <input
          type="file"
          multiple
          accept={PHOTO_TYPES.join(',')}
          disabled={sending.isPending}
          aria-label={t('photo.add', { phase: t(`photo.${phase}`) })}
          onChange={({ target }) => {
            take(target.files)
            target.value = ''
          }}
        />
        {sending.isPending ? (
          <>
            {t(share < 1 ? 'photo.sending' : 'photo.checking', { n: Math.round(share * 100) })}
            <i style={{ width: `${share * 100}%` }} />
          </>
        ) : (
          <>
            <b>{t('photo.choose')}</b>
            <small>{t('photo.limits')}</small>
          </>
        )}
      </label>
      {fault ? (
        <p className="photo-fault" role="alert">
          {fault}
        </p>
      ) : null}
    </div>
  )
}
