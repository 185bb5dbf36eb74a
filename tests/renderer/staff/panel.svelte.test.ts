import { describe, expect, it } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import StaffPanel from '../../../src-renderer/staff/StaffPanel.svelte';
import { settle } from '../../doubles/held-clock.ts';
import WithPage from '../WithPage.svelte';
import { panelData, PIN, staffDouble } from './staff-double.ts';

async function panel(section = 'clinic', data = panelData) {
  const double = staffDouble(data);
  await double.page.staff.enter(PIN);
  double.page.visit.send({ type: 'staff' });
  double.page.visit.send({ type: 'enter' });
  double.asked.length = 0;
  const { container, unmount } = await render(WithPage, {
    page: double.page,
    component: StaffPanel as never,
    given: { data },
  });
  const find = (selector: string) => container.querySelector<HTMLButtonElement>(selector)!;
  find(`[data-section=${section}]`).click();
  await settle();
  const sent = () =>
    double.asked.filter(({ request }) => request === 'PATCH /staff/settings').map(({ body }) => body);
  return { ...double, container, find, sent, unmount };
}

describe('the staff panel', () => {
  it('saves a change at once, with the pass, and says so', async () => {
    const { find, sent, asked } = await panel('screen');
    find('[data-value="32"]').click();
    await expect.poll(sent).toEqual([{ panelInches: 32 }]);
    expect(asked.at(-1)?.pass).toBe('Bearer p');
    await expect.element(browser.getByText('Saved')).toBeInTheDocument();
    expect(find('[data-value="32"]').getAttribute('aria-pressed')).toBe('true');
  });

  it('sends changes that follow each other in their order, the last one last', async () => {
    const { find, sent, container } = await panel('times');
    for (let times = 0; times < 5; times++) find('[data-stepper=idle] [data-step=more]').click();
    await expect.poll(() => sent().at(-1)).toEqual({ idleSeconds: 330 });
    expect(container.querySelector('[data-stepper=idle] output')?.textContent).toBe('5:30');
  });

  it('shows a refusal at its control, and the value goes back', async () => {
    const { find, answers, container } = await panel('times');
    answers['PATCH /staff/settings'] = {
      status: 422,
      body: {
        error: { name: 'settings-refused', what: '', why: '', todo: '' },
        faults: [{ severity: 'error', where: 'idleSeconds', what: 'The disk is full.', todo: 'Make room.' }],
      },
    };
    find('[data-stepper=idle] [data-step=more]').click();
    await expect
      .poll(() => container.querySelector('[role=alert]')?.textContent)
      .toContain('The disk is full. Make room.');
    expect(container.querySelector('[data-stepper=idle] output')?.textContent).toBe('3:00');
  });

  it('does not let what IT has set be changed', async () => {
    const { find, sent } = await panel('sound');
    await expect.element(browser.getByText('Set by IT')).toBeVisible();
    find('[data-stepper=volume] [data-step=more]').click();
    await settle();
    expect(sent()).toEqual([]);
  });

  it('writes the clinic’s name with its own keyboard, and with the machine’s', async () => {
    const { find, sent } = await panel('clinic');
    find('[data-control=write-name]').click();
    const key = (name: string) => browser.getByRole('button', { name, exact: true });
    await key('H').click();
    await key('i').click();
    await key('Space').click();
    await userEvent.keyboard('ó');
    await key('Save').click();
    await expect.poll(sent).toEqual([{ clinicName: 'Hi ó' }]);
  });

  it('offers languages in an order, and keeps the first one offered', async () => {
    const { find, sent } = await panel('languages');
    expect(find('[data-language=en] [data-switch]').disabled).toBe(true);
    find('[data-language=es] [data-control=earlier]').click();
    await expect.poll(sent).toEqual([{ locales: ['es', 'en'] }]);
    find('[data-language=es] [data-switch]').click();
    await expect.poll(() => sent().at(-1)).toEqual({ locales: ['en'] });
  });

  it('sets opening hours by weekday, and always open again', async () => {
    const { find, sent } = await panel('times');
    find('[data-switch=hours]').click();
    await expect.poll(() => find('[data-day=sat] [data-switch]')).not.toBeNull();
    find('[data-day=sat] [data-switch]').click();
    await expect
      .poll(() => sent().at(-1))
      .toMatchObject({ openingHours: { sat: [{ from: '08:00', to: '18:00' }] } });
    find('[data-switch=hours]').click();
    await expect.poll(() => sent().at(-1)).toEqual({ openingHours: null });
  });

  it('tells the kiosk’s health and use in plain words', async () => {
    const { find, container } = await panel('health');
    await expect.poll(() => container.querySelector('dl')?.textContent).toContain('3 days');
    await expect.element(browser.getByText('41 GB free of 118 GB')).toBeVisible();
    find('[data-section=use]').click();
    await expect.poll(() => container.querySelector('tbody')?.textContent).toContain('The neck');
    expect([...container.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual(['143', '58']);
  });

  it('looks for packs and rolls one back', async () => {
    const { find, asked } = await panel('content');
    find('[data-control=look]').click();
    await expect.poll(() => asked.at(-1)?.request).toBe('POST /staff/packs/look');
    await expect.poll(() => find('[data-control=roll-back]').disabled).toBe(false);
    find('[data-control=roll-back]').click();
    await expect
      .poll(() => asked.at(-1))
      .toMatchObject({ request: 'POST /staff/packs/rollback', body: { name: 'hand' } });
  });

  it('asks once more before it ends the kiosk', async () => {
    const { find, asked, page } = await panel('service');
    find('[data-control=leave]').click();
    await settle();
    expect(asked.some(({ request }) => request === 'POST /staff/leave')).toBe(false);
    find('[data-control=confirm]').click();
    await expect.poll(() => page.visit.place).toEqual({ at: 'staff', room: 'ended' });
  });

  it('says where the logs have been put', async () => {
    const { find } = await panel('service');
    find('[data-control=export]').click();
    await expect.element(browser.getByText('/media/usb/logs.zip')).toBeVisible();
  });

  it('changes the PIN when the one that stands is given', async () => {
    const { find, asked } = await panel('service');
    find('[data-control=change-pin]').click();
    await userEvent.keyboard(`${PIN}{Enter}301842{Enter}301842{Enter}`);
    await expect
      .poll(() => asked.at(-1))
      .toMatchObject({
        request: 'POST /staff/pin',
        body: { before: PIN, pin: '301842' },
      });
    await expect.element(browser.getByText('PIN changed')).toBeInTheDocument();
  });

  it('closes itself after five minutes without a touch, and gives the pass back', async () => {
    const { clock, page, unmount, asked } = await panel();
    clock.pass(4 * 60_000);
    window.dispatchEvent(new Event('pointerdown'));
    clock.pass(5 * 60_000 - 1);
    expect(page.visit.place).toEqual({ at: 'staff', room: 'panel' });
    clock.pass(1);
    expect(page.visit.place.at).toBe('attract');
    await unmount();
    expect(asked.at(-1)).toMatchObject({ request: 'POST /staff/close', pass: 'Bearer p' });
    expect(clock.waiting).toBe(0);
  });

  it('lets the kiosk hear of it while it is touched', async () => {
    const { clock, asked } = await panel();
    asked.length = 0;
    clock.pass(50_000);
    window.dispatchEvent(new Event('pointerdown'));
    expect(asked).toEqual([]);
    clock.pass(20_000);
    window.dispatchEvent(new Event('pointerdown'));
    expect(asked.map(({ request }) => request)).toEqual(['GET /staff/panel']);
  });

  it('closes when the kiosk no longer takes the pass', async () => {
    const { find, answers, page } = await panel('screen');
    answers['PATCH /staff/settings'] = { status: 401, body: { error: { name: 'staff-only' } } };
    find('[data-value="24"]').click();
    await expect.poll(() => page.visit.place.at).toBe('attract');
  });

  it('says when nothing can be kept', async () => {
    const { container } = await panel('clinic', { ...panelData, unsaved: 'There is no folder.' });
    await expect
      .poll(() => container.querySelector('[role=alert]')?.textContent)
      .toContain('There is no folder.');
  });
});
