import {eld} from 'eld/large';
import {readFileSync} from 'node:fs';
import {detectLanguage} from './language.ts';
import {readLabelled} from './training/sets.ts';
import {loadSentiment} from './sentiment.ts';
const m=loadSentiment(readFileSync('assets/models/sentiment.bin'),readFileSync('assets/models/lexicon.txt'));
const all=readLabelled('/work/shared/data/sentiment');
const t=(n:string,f:any)=>{const c=process.cpuUsage();for(const o of all)f(o);const d=process.cpuUsage(c);console.log(n,Math.round(all.length/((d.user+d.system)/1e6)),'texts/cpu-s')};
for(let k=0;k<2;k++){t('eld raw',(o:any)=>eld.detect(o.text).language);t('detect',(o:any)=>detectLanguage(o.text));t('judge',(o:any)=>m.judge(o));t('judge',(o:any)=>m.judge(o))}
