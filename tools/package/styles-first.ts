import type { Plugin } from 'vite';

/**
 * Lets the browser fetch styles before scripts, so that the calm screen of index.html is seen, and can be touched, before the
 * page is read.
 */
export const stylesFirst = (): Plugin => ({
  name: 'styles-first',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replaceAll(/<(?:script type="module"|link rel="modulepreload")/g, '$& fetchpriority="low"'),
  },
});
