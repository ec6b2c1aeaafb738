import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: '../target/classes/META-INF/resources',
    emptyOutDir: true,
    // A data: image would be fine by the policy; an inline script would not.
    modulePreload: { polyfill: false },
  },
  server: { host: '127.0.0.1' },
});
