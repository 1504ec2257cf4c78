import { expect } from '@open-wc/testing';
import { de } from '../../../src/i18n/de.js';
import { en, type MessageKey, type Messages } from '../../../src/i18n/en.js';
import type { Message } from '../../../src/i18n/message.js';
import { ERROR_CODES } from '../../../src/model/index.js';

const forms = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values<string>({ ...message });
const names = (message: Message): string[] =>
  [...new Set(forms(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)))].sort();

const LOCALES: Readonly<Record<string, Partial<Messages>>> = { de };

describe('texts', () => {
  it('has one for every error code', () => {
    expect(ERROR_CODES.filter((code) => !(`error.${code}` in en))).to.deep.equal([]);
  });

  it('are sentence case, without doubled spaces', () => {
    const odd = Object.values<Message>(en)
      .flatMap(forms)
      .filter((text) => text !== text.trim() || text.includes('  ') || text.includes('!'));
    expect(odd).to.deep.equal([]);
  });

  for (const [locale, messages] of Object.entries(LOCALES)) {
    const entries = Object.entries(messages) as [MessageKey, Message][];

    it(`${locale} translates what English has`, () => {
      const known = Object.keys(en);
      expect(entries.map(([key]) => key).filter((key) => !known.includes(key))).to.deep.equal([]);
      expect(entries.length).to.be.at.least(known.length * 0.8);
    });

    it(`${locale} has the same parameters`, () => {
      const different = entries.filter(([key, text]) => names(text).join() !== names(en[key]).join());
      expect(different.map(([key]) => key)).to.deep.equal([]);
    });

    it(`${locale} has the plural forms of its language`, () => {
      const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      const lacking = entries.filter(
        ([, text]) => typeof text !== 'string' && needed.some((category) => category !== 'zero' && !(category in text)),
      );
      expect(lacking.map(([key]) => key)).to.deep.equal([]);
    });
  }
});
