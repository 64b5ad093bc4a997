import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Cost } from './cost.ts';

interface SiteBuild {
  content: string;
  outDir: string;
  /** The folder of the bundled scripts, see `bundleScripts`. */
  scripts: string;
  outputs: readonly string[];
}

/** The cost of a build, and the number of files that it wrote. */
export interface SiteCost extends Cost {
  rewritten: number;
}

/** Measures `vite build` of a content folder with these outputs. */
export function buildSite({ content, outDir, scripts, outputs }: SiteBuild): Promise<SiteCost> {
  writeFileSync(path.join(content, 'site.yaml'), `address: https://paper.example/\noutputs: [${outputs.join(', ')}]\n`);
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
      const rewritten = Number(/(\d+) files? written/.exec(output)?.[1]);
      if (code === 0 && used) resolve({ ...(JSON.parse(used) as Cost), rewritten });
      else reject(new Error(output));
    });
  });
}
