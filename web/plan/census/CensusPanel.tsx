import { useTranslation } from 'react-i18next'
import { type CensusFault, CensusFaultKind } from '../../../server/contract/census.ts'
import { identification, number } from '../../format.ts'
import { Figures } from '../Figures.tsx'
import { Reckoning } from '../Reckoning.tsx'
import { useFocus } from '../ranked/focus.tsx'
import { RankedRows } from '../ranked/RankedRows.tsx'
import { faultId, useCensus } from './use-census.ts'
import { useLayerNames } from './use-layer-names.ts'

/** 普查质量: what the data themselves say is wrong with them. */
export function CensusPanel() {
  const { t } = useTranslation()
  const { goTo } = useFocus()
  const { layerName, fieldName } = useLayerNames()
  const { asked, change, reckoned, rows } = useCensus()
  const figureOf = ({ kind, metres, field, layer, id }: CensusFault): string =>
    kind === 'duplicate'
      ? `${number(metres ?? 0, 2)} m`
      : kind === 'missing-field'
        ? fieldName(layer, field ?? '')
        : kind === 'wrong-area'
          ? id.slice(0, 6)
          : layerName(layer)
  return (
    <Reckoning of={reckoned} title={t('census.failed')}>
      {({ things, faulty, counts, layers, area }) => {
        const of = asked.layer ? layers.find(({ layer }) => layer === asked.layer)?.counts : counts
        const total = of?.[asked.kind] ?? null
        return (
          <>
            <Figures
              of={[
                { id: 'faulty', name: t('census.figure.faulty'), value: number(faulty), unit: t('census.unit') },
                { id: 'things', name: t('census.figure.things'), value: number(things) },
                {
                  ...{ id: 'share', name: t('census.figure.share'), unit: '%' },
                  value: things > 0 ? number((1 - faulty / things) * 100, 2) : '—',
                },
              ]}
            />
            <fieldset className="census-kinds">
              <legend className="hidden">{t('census.kinds')}</legend>
              {CensusFaultKind.options.map((kind) => (
                <button
                  key={kind}
                  type="button"
                  aria-pressed={kind === asked.kind}
                  onClick={() => change({ kind, at: undefined })}
                >
                  <span>{t(`census.kind.${kind}`)}</span>
                  <b>{counts[kind] === null ? '—' : number(counts[kind] ?? 0)}</b>
                </button>
              ))}
            </fieldset>
            {asked.layer ? (
              <p className="ranked-none">
                {t('census.onlyLayer', { name: layerName(asked.layer) })}{' '}
                <button type="button" className="census-all" onClick={() => change({ layer: undefined })}>
                  {t('census.allLayers')}
                </button>
              </p>
            ) : null}
            <RankedRows
              key={`${asked.kind} ${asked.layer}`}
              label={t(`census.kind.${asked.kind}`)}
              heads={[t('census.column.thing'), t(`census.column.${asked.kind}`)]}
              rows={rows.map((fault) => ({
                ...{ id: faultId(fault), title: fault.name, figure: figureOf(fault) },
                note: identification(fault.id),
              }))}
              chosen={asked.at}
              onChoose={(id) => {
                const fault = rows.find((one) => faultId(one) === id)
                change({ at: id === asked.at ? undefined : id })
                if (fault && id !== asked.at) goTo(fault.location)
              }}
              none={total === null ? t('census.noGrids') : t(`census.none.${asked.kind}`, { n: number(things), area })}
            />
            {total !== null && rows.length < total ? (
              <p className="ranked-base">{t('census.first', { n: number(rows.length), all: number(total) })}</p>
            ) : null}
          </>
        )
      }}
    </Reckoning>
  )
}
