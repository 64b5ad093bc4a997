import { defineConfig } from 'vite';
import { loadModule } from './src/pipeline/bundled/load-pipeline.js';

const { broadsheet } = await loadModule('vite/vite-plugin');

export default defineConfig({ plugins: [broadsheet()] });
