import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Cost } from './cost.ts';

/** What `vite build` of a content folder costs. `scripts` is where `bundleScripts` put them. */
export function buildSite(content: string, outDir: string, scripts: string): Promise<Cost> {
  const vite = pathToFileURL(path.resolve('node_modules/vite/bin/vite.js')).href;
  const cost = pathToFileURL(path.join(scripts, 'cost.js')).href;
  const script = `process.argv.splice(1, 1, 'vite', 'build', '--outDir', ${JSON.stringify(outDir)});
    const { reportCost } = await import(${JSON.stringify(cost)});
    process.on('exit', reportCost);
    await import(${JSON.stringify(vite)});`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script, '-'], {
      env: { ...process.env, CONTENT_DIR: content, NO_COLOR: '1' },
    });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.on('close', (code) => {
      const used = /^(\{"wallSeconds.*\})$/m.exec(output)?.[1];
      if (code === 0 && used) resolve(JSON.parse(used) as Cost);
      else reject(new Error(output));
    });
  });
}
