/**
 * `npm start`: from a fresh checkout to a running kiosk. Needs nothing but Node 18 and npm to begin with;
 * what is missing is installed, what is stale is built and drawn, and the first host whose page gets ready is kept.
 */
import { buildWhatIsStale } from './start/build.mjs';
import { chooseHost } from './start/choose-host.mjs';
import { endWithParent } from './start/ending.mjs';
import { installWhatIsMissing } from './start/install.mjs';
import { drawFirstPictures, drawTheRest } from './start/pictures.mjs';
import { Problem } from './start/problem.mjs';
import { help, readOptions } from './start/options.mjs';
import { makePseudoLocales } from './start/pseudo.mjs';
import { findNode, root } from './start/project.mjs';

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(help);
    process.exit(0);
  }
  const ending = endWithParent();
  await installWhatIsMissing(root, { ending });
  const node = findNode(root);
  await buildWhatIsStale(root, { node, ending });
  await drawFirstPictures(root, { node, ending });
  if (options.pseudo) options.content.push(await makePseudoLocales(root, { node }));
  let endDrawing;
  const onChosen = () => (endDrawing = drawTheRest(root, { node }));
  const code = await chooseHost(root, { node, options, ending, onChosen });
  await endDrawing?.();
  process.exit(code);
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(error.message);
  process.exit(error.code);
}
