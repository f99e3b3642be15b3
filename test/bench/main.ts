import { crash } from './crash.ts'
import { tiles } from './tiles.ts'

/** What `npm run bench -- <name>` measures. Each prints its own table and answers what stands in the JSON line at the end. */
const BENCHES: Record<string, (words: string[]) => Promise<unknown>> = {
  tiles: () => tiles(),
  crash: ([rounds = '200']) => crash({ rounds: Number(rounds) }),
}

const [name = '', ...words] = process.argv.slice(2)
const bench = BENCHES[name]
if (bench) console.log(JSON.stringify({ bench: name, result: await bench(words) }))
else {
  console.error(`npm run bench -- <${Object.keys(BENCHES).join(' | ')}>`)
  process.exitCode = 1
}
