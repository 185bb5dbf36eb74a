import type { BundledPackage } from './bundled-packages.ts';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly scope?: string;
  readonly properties?: readonly unknown[];
}

/** The parts of CycloneDX that are read here; the rest is passed on. */
export interface Sbom {
  readonly serialNumber?: string;
  readonly metadata: { readonly timestamp?: string; readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

/**
 * Of all that is installed for development, what is shipped.
 * @param all what `npm sbom` prints
 * @param bundled the packages in the bundles
 * @param runtime the package that the program runs on, such as `electron`; it is shipped whole
 * @throws when a shipped package is not among what is installed
 */
export function shippedSbom(all: Sbom, bundled: readonly BundledPackage[], runtime: string): Sbom {
  const shipped = new Set(bundled.map(({ name, version }) => `${name}@${version}`));
  const isRuntime = ({ name }: Component) => name === runtime;
  const components = all.components
    .filter((each) => isRuntime(each) || shipped.has(each['bom-ref']))
    // To npm they are for development; in the product they are parts.
    .map(({ properties: _, ...each }) => ({ ...each, scope: 'required' }));
  const refs = new Set(components.map((each) => each['bom-ref']));
  const missing = [...shipped].filter((ref) => !refs.has(ref));
  if (!components.some(isRuntime)) missing.push(runtime);
  if (missing.length > 0) throw new Error(`npm does not know of ${missing.join(', ')}. Run: npm ci`);
  // The time and the number would make two packings of one source differ.
  const { serialNumber: _number, ...rest } = all;
  const { timestamp: _time, ...metadata } = all.metadata;
  const own = { ...metadata.component, type: 'application', name: 'tonos' };
  return {
    ...rest,
    metadata: { ...metadata, component: own },
    components,
    dependencies: [
      { ref: own['bom-ref'], dependsOn: [...refs] },
      ...[...refs].map((ref) => {
        const found = all.dependencies.find((each) => each.ref === ref);
        return { ref, dependsOn: onlyShipped(found?.dependsOn, refs) };
      }),
    ],
  };
}

/** What Electron’s package needs is for its download, and is not shipped. */
const onlyShipped = (refs: readonly string[] = [], shipped: ReadonlySet<string>): string[] =>
  refs.filter((ref) => shipped.has(ref));
