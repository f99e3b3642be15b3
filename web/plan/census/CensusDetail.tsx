import { useTranslation } from 'react-i18next'
import { type CensusFault, CensusFaultKind, type CensusQuality } from '../../../server/contract/census.ts'
import { clock, dayOf, identification, number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Facts } from '../ranked/Facts.tsx'
import { sideOf } from '../ranked/side-of.ts'
import { ThingLink } from '../ranked/ThingLink.tsx'
import { faultId, useCensus } from './use-census.ts'
import { useLayerNames } from './use-layer-names.ts'

/** The chosen fault, and all layers by what is wrong with them. */
export function CensusDetail() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { asked, quality, rows } = useCensus()
  const of = quality.data
  if (!of) return null
  const fault = rows.find((one) => faultId(one) === asked.at)
  return (
    <div className="ranked-detail">
      {fault ? <Fault of={fault} area={of.area} within={of.rules.duplicateMetres} /> : null}
      <Layers of={of} />
      <p className="ranked-source">
        {t('census.how', { n: number(of.rules.duplicateMetres, 2), area: of.area })} {sideOf(of.rules.source, language)}{' '}
        {t('ranked.asOf', { time: `${dayOf(of.asOf)} ${clock(of.asOf)}` })}
      </p>
    </div>
  )
}

function Fault({ of, area, within }: { of: CensusFault; area: string; within: number }) {
  const { t } = useTranslation()
  const { layerName, fieldName } = useLayerNames()
  const { kind, id, layer, name, location, twin, metres, field } = of
  const why = {
    duplicate: t('census.why.duplicate', { n: number(metres ?? 0, 2), within: number(within, 2) }),
    'outside-grid': t('census.why.outside-grid'),
    'missing-field': t('census.why.missing-field', { field: fieldName(layer, field ?? '') }),
    'wrong-area': t('census.why.wrong-area', { has: id.slice(0, 6), area }),
  }[kind]
  return (
    <section>
      <h2>{name}</h2>
      <ThingLink id={id} layer={layer} location={location} />
      <p className="census-why">{why}</p>
      <Facts
        of={[
          { id: 'layer', name: t('census.layer'), value: layerName(layer) },
          ...(twin === null ? [] : [{ id: 'twin', name: t('census.twin'), value: identification(twin) }]),
        ]}
      />
    </section>
  )
}

function Layers({ of }: { of: CensusQuality }) {
  const { t } = useTranslation()
  const { asked, change } = useCensus()
  const { layerName } = useLayerNames()
  const rows = [...of.layers].sort((a, b) => b.faulty - a.faulty)
  return (
    <table className="ranked-table census-layers">
      <caption>{t('census.byLayer')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('census.layer')}</th>
          {CensusFaultKind.options.map((kind) => (
            <th key={kind} scope="col">
              {t(`census.short.${kind}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ layer, counts, things }) => (
          <tr key={layer} className={layer === asked.layer ? 'is-chosen' : undefined}>
            <th scope="row">
              <button
                type="button"
                aria-pressed={layer === asked.layer}
                title={t('census.ofThings', { n: number(things) })}
                onClick={() => change({ layer: layer === asked.layer ? undefined : layer, at: undefined })}
              >
                {layerName(layer)}
              </button>
            </th>
            {CensusFaultKind.options.map((kind) => (
              <td key={kind} className={counts[kind] ? undefined : 'zero'}>
                {counts[kind] === null ? '—' : number(counts[kind] ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
