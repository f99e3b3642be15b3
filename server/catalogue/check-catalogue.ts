import { type CodeRegistry, hasMajor, typeOf } from '../contract/code-registry.ts'
import type { Layer } from '../contract/layer.ts'
import type { DataFault } from './data-error.ts'
import type { RuleIds } from './load-rules.ts'

export interface LayerFile {
  file: string
  layer: Layer
}

/** What holds between the layers, and between them and the codes and rules. */
export function faultsOfCatalogue(files: readonly LayerFile[], codes: CodeRegistry, rules: RuleIds): DataFault[] {
  const ids = new Set(files.map(({ layer }) => layer.id))
  return files.flatMap(({ file, layer }, position) => {
    const faults: DataFault[] = []
    const add = (path: string, message: string) => faults.push({ file, path, message })
    if (file !== `${layer.id}.json`) add('id', `the layer "${layer.id}" belongs in ${layer.id}.json`)
    const first = files.find((other) => other.layer.id === layer.id)
    if (first && files.indexOf(first) < position) add('id', `"${layer.id}" stands in ${first.file} already`)
    layer.fields.forEach((field, i) => {
      if (field.layer && !ids.has(field.layer)) add(`fields[${i}].layer`, `there is no layer "${field.layer}"`)
    })
    layer.codes.forEach(({ code }, i) => {
      if (!isKnown(code, layer.edition, codes)) add(`codes[${i}].code`, `${layer.edition} has no component "${code}"`)
    })
    for (const kind of ['deadlines', 'coverage'] as const)
      layer.rules[kind].forEach((id, i) => {
        if (!rules[kind].some((rule) => rule.id === id)) add(`rules.${kind}[${i}]`, `there is no ${kind} rule "${id}"`)
      })
    return faults
  })
}

/** Of the editions before 2026 only the majors are known. */
const isKnown = (code: string, edition: Layer['edition'], codes: CodeRegistry) =>
  edition === 'GB/T 30428.2-2013'
    ? hasMajor(codes, edition, 'component', code.slice(0, 2))
    : typeOf(codes, 'component', code) !== undefined
