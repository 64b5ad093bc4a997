import { expect, test } from 'vitest';
import { addQueries } from '../../../../src/pipeline/vite/bundle/retry-imports.ts';

test.each([
  ['p(()=>import(`./a-1.js`),[])', 'p(($q)=>import(`./a-1.js${$q}`),[])'],
  ['p(()=>import("./a-1.js").then(e=>e.t),m([0]))', 'p(($q)=>import(`./a-1.js${$q}`).then(e=>e.t),m([0]))'],
  [
    'p(async()=>{let{b:e}=await import(`./a.js`);return{b:e}},[])',
    'p(async($q)=>{let{b:e}=await import(`./a.js${$q}`);return{b:e}},[])',
  ],
  [
    'f(()=>{a&&(async()=>(await p(async()=>{let{b:e}=await import(`./a.js`);return{b:e}},[])).b())()},[a])',
    'f(()=>{a&&(async()=>(await p(async($q)=>{let{b:e}=await import(`./a.js${$q}`);return{b:e}},[])).b())()},[a])',
  ],
])('%s gets the query of its address as a parameter', (code, expected) => {
  expect(addQueries(code)).toBe(expected);
});
