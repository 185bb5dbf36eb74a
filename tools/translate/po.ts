/** The work of a translator as gettext's PO, which every translation editor opens, and every text editor. */
import { po, type GetTextTranslations } from 'gettext-parser';

/** A text to be translated. */
export interface Message {
  /** Its place, unique in the file. */
  readonly path: string;
  readonly english: string;
  /** Empty: not translated yet. */
  readonly text: string;
  /** The English has changed since it was translated. */
  readonly isStale: boolean;
  readonly notes: readonly string[];
}

export function toPo(tag: string, reference: string, messages: readonly Message[]): string {
  const data: GetTextTranslations = {
    charset: 'utf-8',
    headers: {
      Language: tag.replaceAll('-', '_'),
      'MIME-Version': '1.0',
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Transfer-Encoding': '8bit',
    },
    translations: Object.fromEntries(
      messages.map(({ path, english, text, isStale, notes }) => [
        path,
        {
          [english]: {
            msgctxt: path,
            msgid: english,
            msgstr: [text],
            comments: {
              translator: '',
              previous: '',
              reference,
              extracted: notes.join('\n'),
              flag: isStale ? 'fuzzy' : '',
            },
          },
        },
      ]),
    ),
  };
  return po.compile(data, { foldLength: 0 }).toString('utf8');
}

/** @throws where it is no PO */
export function fromPo(text: string): Message[] {
  const { translations } = po.parse(text, { validation: false });
  return Object.entries(translations).flatMap(([path, messages]) =>
    path === ''
      ? []
      : Object.values(messages).map(({ msgid, msgstr, comments }) => ({
          path,
          english: msgid,
          text: msgstr[0] ?? '',
          isStale: comments?.flag?.includes('fuzzy') ?? false,
          notes: comments?.extracted ? comments.extracted.split('\n') : [],
        })),
  );
}
