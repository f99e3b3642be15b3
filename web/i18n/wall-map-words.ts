import { addWords } from './add-words.ts'
import en from './wall-map.en.json' with { type: 'json' }
import zh from './wall-map.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
