import { addWords } from './add-words.ts'
import en from './plan-coverage.en.json' with { type: 'json' }
import zh from './plan-coverage.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
