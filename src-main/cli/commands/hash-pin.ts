import { PIN_LENGTH, Pin } from '../../contract/staff.ts';
import { hashPin as hashOf, isSimplePin } from '../../staff/pin.ts';
import { CommandProblem, wrongUse, type Command } from '../command.ts';
import { processInput, type SecretInput } from '../hidden-input.ts';

const DIGITS = `${PIN_LENGTH.least} to ${PIN_LENGTH.most} digits`;

/** The command, with its way to be told the PIN. */
export const hashPinFrom = (input: SecretInput): Command => ({
  name: 'hash-pin',
  usage: '[--stdin]',
  what: `Asks for a staff PIN of ${DIGITS} and prints its hash, for "staffPin" in the provisioned settings.`,
  async run(args, io) {
    const [option, ...more] = args;
    if (more.length > 0 || (option !== undefined && option !== '--stdin')) {
      throw wrongUse(
        'The PIN is asked for, or read from the standard input with --stdin; never give it here.',
      );
    }
    const pin = option === '--stdin' ? (await input.readAll()).trim() : await askTwice(input);
    if (!Pin.safeParse(pin).success) throw new CommandProblem(`A staff PIN has ${DIGITS}.`);
    if (isSimplePin(pin)) throw new CommandProblem('This PIN is too easy to guess. Choose other digits.');
    io.out(await hashOf(pin));
    return 0;
  },
});

export const hashPin = hashPinFrom(processInput);

async function askTwice(input: SecretInput): Promise<string> {
  if (!input.isTerminal) throw wrongUse('There is no terminal to ask on. Use --stdin.');
  const pin = await input.ask('Staff PIN: ');
  if ((await input.ask('Once more: ')) !== pin) throw new CommandProblem('The two are not the same.');
  return pin;
}
