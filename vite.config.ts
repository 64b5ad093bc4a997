import { defineConfig } from 'vite';
import { broadsheet } from './src/pipeline/vite-plugin.ts';

export default defineConfig({ plugins: [broadsheet()] });
