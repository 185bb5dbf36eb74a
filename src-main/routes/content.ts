import { Hono, type Context } from 'hono';
import type { Content } from '../content/content.ts';
import type { Library } from '../content/library.ts';
import { errorAnswer } from '../errors.ts';
import { answerWith, readable, storedJson, type Stored } from './answer.ts';

/** `/content/<version>/…` and `/pictures/…`: nothing at these addresses ever changes. */
export function contentRoutes(content: Content): Hono {
  const app = new Hono();
  // Kept as long as the library that it was made of.
  const kept = new WeakMap<Library, Map<string, Stored>>();

  const resource = (
    path: string,
    find: (library: Library, param: (name: string) => string) => unknown,
  ): void =>
    readable(app, `/content/:version/${path}`, (context: Context) => {
      const param = (name: string): string => context.req.param(name) ?? '';
      const library = content.ofVersion(param('version'));
      if (!library) return errorAnswer('content-version-gone');
      const answers = kept.get(library) ?? new Map<string, Stored>();
      kept.set(library, answers);
      const address = context.req.path;
      let stored = answers.get(address);
      if (!stored) {
        const value = find(library, param);
        if (value === undefined) return errorAnswer('not-found');
        if (value instanceof Response) return value;
        stored = storedJson(value, 'immutable');
        answers.set(address, stored);
      }
      return answerWith(context, stored);
    });

  resource('sources', (library) => library.sources);
  resource('glossary', (library) => library.uses);
  resource('tours/:id', (library, param) => library.tours.get(param('id')));
  resource('diagrams/:id', (library, param) => library.diagrams.get(param('id')));
  resource('diagrams/:id/shapes', (library, param) => library.shapes.get(param('id')));
  resource('diagrams/:id/touch', (library, param) => library.touch.get(param('id')));
  resource('words/:tag/:namespace{.+}', (library, param) => {
    const tag = param('tag');
    const isInstalled = library.locales.some((locale) => locale.tag === tag);
    return isInstalled ? library.words(tag, param('namespace')) : errorAnswer('locale-unknown');
  });

  readable(app, '/pictures/:name', (context) => {
    const name = context.req.param('name') ?? '';
    const picture = content.picture(name);
    if (!picture) return errorAnswer('not-found');
    return answerWith(context, {
      body: picture.bytes,
      type: `image/${picture.format}`,
      etag: `"${name}"`,
      cache: 'immutable',
    });
  });
  return app;
}
