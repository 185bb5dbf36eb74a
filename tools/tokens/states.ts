import type { Attachment } from 'svelte/attachments';

/** States that only a finger or a key brings about, and the attribute that stands in for them here. */
const STATES = { pressed: ':active', focused: ':focus-visible' } as const;

export type State = keyof typeof STATES;

/** Shows every button in an element as if it were in this state. */
export const inState =
  (state: State | undefined): Attachment<HTMLElement> =>
  (element) => {
    for (const button of element.querySelectorAll('button'))
      if (state) button.setAttribute('data-shown', state);
  };

/** A selector that takes what is shown in a state for what is in it. */
export const selectorOf = (selector: string): string =>
  Object.entries(STATES).reduce(
    (text, [state, pseudo]) => text.replaceAll(pseudo, `:is(${pseudo}, [data-shown='${state}'])`),
    selector,
  );

/** Rewrites the product's own rules, so that what is shown is what they say. A rule that was rewritten stays so. */
export function showStates({ styleSheets }: Document): void {
  for (const sheet of styleSheets)
    for (const rule of sheet.cssRules)
      if (rule instanceof CSSStyleRule && !rule.selectorText.includes('data-shown'))
        rule.selectorText = selectorOf(rule.selectorText);
}
