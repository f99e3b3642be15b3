import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sendManifests } from '../../api-waste.ts'
import { number } from '../../format.ts'
import { COLUMNS } from '../../i18n/manifest-columns.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { FaultRows } from './FaultRows.tsx'
import { type ReadManifests, readManifests } from './read-manifests.ts'
import { WASTE } from './use-waste.ts'

const TEMPLATE = Object.values(COLUMNS)
  .map(([name]) => name)
  .join('\t')

/** 联单 out of a table: pasted from a spreadsheet, or a CSV file. Nothing is sent before it was read without a fault, or the faulty rows were left out
 *  on purpose. */
export function ManifestImport() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [file, setFile] = useState<string>()
  const [read, setRead] = useState<ReadManifests>()
  const sending = useMutation({
    mutationFn: sendManifests,
    onSuccess: () => queries.invalidateQueries({ queryKey: WASTE }),
  })
  const take = async (next: string): Promise<void> => {
    setText(next)
    sending.reset()
    const { default: Papa } = await import('papaparse')
    setRead(next.trim() === '' ? undefined : readManifests(Papa.parse<string[]>(next.trim()).data))
  }
  const takeFile = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [chosen] = target.files ?? []
    setFile(chosen?.name)
    if (chosen) await take(await textOf(chosen))
    target.value = ''
  }
  if (!isOpen)
    return (
      <Button small onClick={() => setOpen(true)}>
        {t('waste.import')}
      </Button>
    )
  const good = read?.manifests.length ?? 0
  const bad = new Set(read?.faults.map(({ row }) => row)).size
  return (
    <section className="waste-import" aria-label={t('waste.import')}>
      <header>
        <h2>{t('waste.import')}</h2>
        <Button small look="quiet" onClick={() => setOpen(false)}>
          {t('waste.closeImport')}
        </Button>
      </header>
      <p>{t('waste.importHow')}</p>
      <textarea
        aria-label={t('waste.paste')}
        placeholder={TEMPLATE}
        rows={4}
        spellCheck={false}
        value={text}
        onChange={({ target }) => void take(target.value)}
      />
      <label className="waste-file">
        {t('waste.file')}
        <input type="file" accept=".csv,.tsv,.txt,text/csv" onChange={(event) => void takeFile(event)} />
        <span>
          <em>{t('waste.chooseFile')}</em>
          {file ?? t('waste.noFile')}
        </span>
      </label>
      {read ? <FaultRows of={read} /> : null}
      {sending.error ? <Refused fault={sending.error} title={t('waste.sendFailed')} /> : null}
      {sending.data ? (
        <p role="status">
          {t('waste.taken', {
            added: number(sending.data.added),
            changed: number(sending.data.changed),
            same: number(sending.data.same),
          })}
        </p>
      ) : null}
      <Button
        look="primary"
        disabled={good === 0 || sending.isPending || sending.isSuccess}
        onClick={() => sending.mutate(read?.manifests ?? [])}
      >
        {good > 0 && bad > 0
          ? t('waste.sendRest', { n: number(good), bad: number(bad) })
          : t('waste.send', { n: number(good) })}
      </Button>
    </section>
  )
}

/** Spreadsheets of bureaus write GBK where they do not write UTF-8. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
