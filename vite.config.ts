import { defineConfig } from 'vite';
import { broadsheet } from './src/pipeline/vite/vite-plugin.ts';

export default defineConfig({ plugins: [broadsheet()] });
