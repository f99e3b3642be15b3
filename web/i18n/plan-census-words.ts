import { addWords } from './add-words.ts'
import en from './plan-census.en.json' with { type: 'json' }
import zh from './plan-census.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
