/** `vite preview` of an empty page that says when it is there, as the kiosk's page does. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  build: { outDir: 'empty-page' },
  plugins: [
    {
      name: 'ready',
      configurePreviewServer(server) {
        server.middlewares.use('/ready', (_request, response) => {
          console.log('The page is ready.');
          response.end();
        });
      },
    },
  ],
});
