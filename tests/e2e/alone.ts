/**
 * A process alone in a network of its own: `unshare --net` has given it one in which everything is reachable and nobody
 * answers. Shows the kiosk for a while and prints, as JSON, how many packets have left.
 */
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { HostMessage } from '../../src-main/browser/report.ts';

const [script = '', settings = '', seconds = '5'] = process.argv.slice(2);
const CARD = 'tonos0';

const ip = (...args: string[]): unknown => execFileSync('ip', args);
ip('link', 'set', 'lo', 'up');
ip('link', 'add', CARD, 'type', 'veth', 'peer', 'name', 'nobody');
for (const card of [CARD, 'nobody']) {
  // The system itself would greet its neighbours.
  writeFileSync(`/proc/sys/net/ipv6/conf/${card}/disable_ipv6`, '1');
  ip('link', 'set', card, 'up');
}
ip('address', 'add', '192.0.2.1/24', 'dev', CARD);
ip('route', 'add', 'default', 'via', '192.0.2.2');

/** Packets that have left, as the system counts them: the tenth number of the card's line. */
function sent(): number {
  const line = readFileSync('/proc/net/dev', 'utf8')
    .split('\n')
    .find((text) => text.trim().startsWith(`${CARD}:`));
  return Number(line?.trim().split(/[\s:]+/)[10]);
}

const kiosk = fork(script, ['--host', 'browser', '--port', '0', '--settings', settings], {
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
});
const ready = new Promise<boolean>((resolve) => {
  kiosk.on('message', ({ type }: HostMessage) => type === 'ready' && resolve(true));
  kiosk.once('exit', () => resolve(false));
});
const isReady = await Promise.race([ready, delay(40_000, false)]);
await delay(Number(seconds) * 1000);
const byKiosk = sent();
kiosk.kill();
await once(kiosk, 'exit');

// What asks for an address outside has to show, or the number above would mean nothing.
const socket = connect(80, '198.51.100.1').on('error', () => undefined);
for (let waited = 0; sent() === byKiosk && waited < 50; waited++) await delay(100);
socket.destroy();
console.log(JSON.stringify({ isReady, byKiosk, byProbe: sent() - byKiosk }));
