import '../../../src-renderer/styles/index.css';
import { createRawSnippet } from 'svelte';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Button from '../../../src-renderer/ui/Button.svelte';

it('takes the same room whether it is filled or not: what is filled when a text has ended must not move that end', async () => {
  const children = createRawSnippet(() => ({ render: () => '<span>Siguiente página</span>' }));
  const { container, rerender } = await render(Button, { children, filled: false });
  const box = (): number[] => {
    const { width, height } = container.querySelector('button')!.getBoundingClientRect();
    return [width, height];
  };
  // Whatever its place is: what its words take.
  Object.assign(container.querySelector('button')!.style, { width: 'max-content', minWidth: '0' });
  await document.fonts.load('600 20px "Atkinson Hyperlegible Next Variable"');
  const plain = box();
  await rerender({ children, filled: true });
  expect(container.querySelector('.filled')).not.toBeNull();
  expect(box()).toEqual(plain);
});
