import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Folders of the page that are screens: only App.svelte puts them together. */
const screens = ['attract', 'home', 'tour', 'explore', 'glossary', 'consult', 'staff'];

const forbid = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

const noNodeInThePage = { group: ['node:*'], message: 'The page has no Node.' };

const contractTypesOnly = {
  regex: 'src-main/(?!contract/(rich-text|mirror|offers))',
  allowTypeImports: true,
  message:
    'The page takes types from src-main/contract/; only rich-text, mirror and offers are code for both.',
};

const electronStaysInTheShell = {
  regex: '^electron(/|$)',
  message: 'Only src-main/shell/ and src-main/main.ts import electron.',
};

export default defineConfig(
  { ignores: ['dist/', 'release/', '.cache/', 'test-results/', 'results/', 'tests/fixtures/'] },
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', 'tools/*.mjs'] },
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...forbid(electronStaysInTheShell),
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    // Values that come through snippets are `any` to this linter; svelte-check knows and checks their types.
    files: ['**/*.svelte'],
    rules: Object.fromEntries(
      ['assignment', 'member-access', 'call', 'argument', 'return'].map((use) => [
        `@typescript-eslint/no-unsafe-${use}`,
        'off',
      ]),
    ),
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [ts.configs.disableTypeChecked],
  },
  {
    files: ['src-main/shell/**', 'src-main/main.ts', 'tests/main/shell/**'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
  {
    files: ['src-main/contract/**'],
    rules: forbid(electronStaysInTheShell, {
      regex: '^(?!zod$|\\./)',
      message: 'contract/ imports the schema library and itself, nothing else.',
    }),
  },
  {
    files: ['src-renderer/**'],
    rules: forbid(electronStaysInTheShell, noNodeInThePage, contractTypesOnly),
  },
  {
    files: screens.map((screen) => `src-renderer/${screen}/**`),
    rules: forbid(electronStaysInTheShell, noNodeInThePage, contractTypesOnly, {
      regex: `^\\.\\./(${screens.join('|')})/`,
      message: 'No folder imports a screen; App.svelte puts screens together.',
    }),
  },
);
