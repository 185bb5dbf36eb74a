/** What is installed on a clinic's machine: `npm run package` packs `dist/`, the words and the pictures with Electron. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Configuration } from 'electron-builder';

/** Files of deploy/ that go beside the program, for the person who sets the machine up. */
const setUpFiles = (system: 'linux' | 'windows'): { from: string; to: string }[] => [
  { from: `deploy/${system}`, to: `deploy/${system}` },
  { from: 'dist/THIRD-PARTY-NOTICES.txt', to: 'THIRD-PARTY-NOTICES.txt' },
  { from: 'dist/sbom.cdx.json', to: 'sbom.cdx.json' },
  { from: 'LICENSE', to: 'LICENSE.txt' },
];

/** Where a file of the Debian package comes from, and where it is installed. */
const place = (from: string, to: string): string => `deploy/linux/${from}=${to}`;

const config: Configuration = {
  appId: 'org.tonos.kiosk',
  productName: 'Tonos',
  copyright: 'Apache-2.0, see LICENSE.txt',
  directories: { output: 'release', buildResources: 'deploy' },
  artifactName: '${name}-${version}-${os}-${arch}.${ext}',
  // A kiosk has no network: it is updated by hand, see docs/deploying.md.
  publish: null,

  // All in one archive, so that its integrity check covers the words as well as the code.
  asar: true,
  files: [
    'dist/main/**/*.js',
    'dist/atlas/assets/**',
    'dist/renderer/index.html',
    'dist/renderer/assets/**',
    'locales/**',
    'assets/**',
    'package.json',
    '!**/*.map',
  ],
  // The build bundles every package; `false` keeps electron-builder from adding node_modules by its own rules.
  beforeBuild: () => Promise.resolve(false),
  // Electron's demonstration program is no part of the kiosk.
  afterExtract: ({ appOutDir, packager }) =>
    rm(path.join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true }),
  extraMetadata: {
    // A Debian package must name a home and an author.
    homepage: 'https://tonos.example/',
    author: 'The Tonos maintainers',
    // The Nodes that the project brings for development.
    optionalDependencies: null,
  },
  // Chromium's own words are never on the screen; it does not start without one language.
  electronLanguages: ['en-US'],

  electronFuses: {
    // The program is the kiosk and cannot be made a general Node.
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    // Nothing is loaded from beside the archive, and where the system supports it a changed archive does not start.
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
    // The page is on tonos://; no page is a file.
    grantFileProtocolExtraPrivileges: false,
    // The session is in memory, so no cookie is stored. On, it would ask the desktop's keyring for a key.
    enableCookieEncryption: false,
    // Electron ships no snapshot of its own for the main process; on, it would not start.
    loadBrowserProcessSpecificV8Snapshot: false,
  },

  linux: {
    target: ['deb', 'tar.gz'],
    executableName: 'tonos',
    icon: 'deploy/icons',
    category: 'Education',
    maintainer: 'The Tonos maintainers <maintainers@tonos.example>',
    synopsis: 'Clinic kiosk that teaches about dystonia',
    extraResources: setUpFiles('linux'),
  },
  deb: {
    // What the Electron program links to. Ubuntu 24.04 renamed some; the old names are provided there.
    depends: [
      'libgtk-3-0',
      'libnss3',
      'libatspi2.0-0',
      'libdrm2',
      'libgbm1',
      'libxkbcommon0',
      'libasound2t64 | libasound2',
      'libxss1',
      'libxtst6',
      'libuuid1',
    ],
    // A kiosk needs these; on a desktop that has its own, they may be left out.
    recommends: ['cage', 'seatd', 'xwayland', 'kbd', 'wlr-randr'],
    appArmorProfile: 'deploy/linux/apparmor',
    afterInstall: 'deploy/linux/after-install.sh',
    afterRemove: 'deploy/linux/after-remove.sh',
    fpm: [
      '--deb-suggests=cups',
      '--before-remove=deploy/linux/before-remove.sh',
      place('tonos.service', '/usr/lib/systemd/system/tonos.service'),
      place('tonos-usb@.service', '/usr/lib/systemd/system/tonos-usb@.service'),
      place('tonos-session', '/usr/lib/tonos/tonos-session'),
      place('tonos-usb', '/usr/lib/tonos/tonos-usb'),
      place('tonos.sysusers', '/usr/lib/sysusers.d/tonos.conf'),
      place('tonos.tmpfiles', '/usr/lib/tmpfiles.d/tonos.conf'),
      place('70-tonos-usb.rules', '/usr/lib/udev/rules.d/70-tonos-usb.rules'),
    ],
  },

  win: {
    target: ['nsis'],
    icon: 'deploy/icons/icon.ico',
    extraResources: setUpFiles('windows'),
  },
  nsis: {
    // For all users, without a question; `/S` for not even a window.
    oneClick: true,
    perMachine: true,
    runAfterFinish: false,
    createDesktopShortcut: false,
    createStartMenuShortcut: true,
    // Settings are the clinic's: an uninstall for an update must not take them.
    deleteAppDataOnUninstall: false,
  },

  // For development: no kiosk is shipped for macOS, and this package is not signed.
  mac: {
    target: ['dmg'],
    icon: 'deploy/icons/icon.icns',
    category: 'public.app-category.education',
    identity: null,
    extraResources: setUpFiles('linux').slice(1),
  },
};

export default config;
