import '../../../src-renderer/styles/index.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import css from '../../../src-renderer/styles/tokens.css?raw';
import { Page } from '../../../src-renderer/kiosk/page.svelte.ts';
import { boot } from '../../../tools/tokens/boot.ts';
import { PAPER, STAGE } from '../../../tools/tokens/contrast.ts';
import { tokensIn } from '../../../tools/tokens/sizes.ts';
import { showStates } from '../../../tools/tokens/states.ts';
import Tokens from '../../../tools/tokens/Tokens.svelte';
import { HeldClock } from '../../doubles/held-clock.ts';

const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
const styleOf = (selector: string): CSSStyleDeclaration =>
  getComputedStyle(document.querySelector(selector)!);

describe('the page of tokens', () => {
  beforeEach(async () => {
    await render(Tokens, { page: new Page(boot, new HeldClock()) });
    showStates(document);
  });

  it('has every token, and every pair of colours in each theme', () => {
    const names = tokensIn(css).flatMap(([name]) => (/^(mm|scale)$/.test(name) ? [] : [name]));
    expect(names.length).toBeGreaterThan(50);
    expect(all('[data-token]').map(({ dataset }) => dataset['token'])).toEqual(names);
    expect(all('[data-pair]')).toHaveLength(STAGE.length + 3 * PAPER.length);
    expect(all('[data-pair]').filter((pair) => pair.textContent.includes('too faint'))).toEqual([]);
  });

  it('tells lengths in millimetres and type by the height of its capitals (R-01)', async () => {
    await expect.poll(() => document.querySelector('[data-token=target]')!.textContent).toContain('20.00 mm');
    const base = document.querySelector('[data-token=text-base]')!.textContent;
    expect(base).toContain('capital 4.84 mm');
  });

  it('has every control, in each theme', () => {
    const ofPaper = 'Button Row Choice Toggle Steps Progress Pager SearchKeys Sheet'.split(' ');
    for (const theme of ['dim', 'soft', 'light'])
      for (const kind of ofPaper)
        expect(
          all(
            `[data-theme=${theme}] [data-control-kind=${kind}] button, [data-theme=${theme}] [data-control-kind=${kind}] .bead`,
          ).length,
          kind,
        ).toBeGreaterThan(0);
    for (const kind of ['StageButton', 'Callouts', 'PinDots'])
      expect(all(`[data-control-kind=${kind}]`).length, kind).toBeGreaterThan(0);
  });

  it('shows what is pressed and what has the focus as the product does', () => {
    const button = '[data-theme=soft] [data-control-kind=Button] button';
    expect(styleOf(`[data-states='at rest'] ${button.replace('[data-theme=soft] ', '')}`).outlineStyle).toBe(
      'none',
    );
    expect(styleOf(`${button}[data-shown=focused]`).outlineStyle).toBe('solid');
    const rest = styleOf(`${button}:not([data-shown])`).backgroundColor;
    const [pressed] = all(`${button}[data-shown=pressed]`);
    pressed!.style.transition = 'none';
    expect(getComputedStyle(pressed!).backgroundColor).not.toBe(rest);
  });
});
