import { expect } from '@open-wc/testing';
import { bytesText, durationText } from '../../../src/i18n/amounts.js';
import { dayHeading, dayKey, relativeTime } from '../../../src/i18n/calendar.js';
import { en } from '../../../src/i18n/en.js';
import { Localizer } from '../../../src/i18n/localizer.js';
import { addEnglish, registerLocale } from '../../../src/i18n/registry.js';

const NOW = Date.parse('2026-11-23T12:00:00.000Z');
const ago = (ms: number): string => new Date(NOW - ms).toISOString();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('Localizer', () => {
  addEnglish(en);
  const utc = new Localizer({ locale: 'en-GB', timeZone: 'UTC' });

  it('fills in parameters, numbers as the locale writes them', () => {
    expect(utc.t('lightbox.position', { index: 3, total: 1204 })).to.equal('3 of 1,204');
    expect(utc.t('composer.removeReference', { name: 'cat.png' })).to.equal('Remove cat.png');
  });

  it('keeps text that only looks like a parameter, and one that is missing', () => {
    expect(utc.t('composer.removeReference', { name: '{name} $& {x}' })).to.equal('Remove {name} $& {x}');
    expect(utc.t('composer.removeReference')).to.equal('Remove {name}');
  });

  it('chooses the plural form by count', () => {
    expect(utc.t('toast.archivedIterations', { count: 1 })).to.equal('Archived 1 iteration');
    expect(utc.t('toast.archivedIterations', { count: 12 })).to.equal('Archived 12 iterations');
  });

  it('isolates text of another direction', () => {
    expect(utc.t('composer.removeReference', { name: 'gnp.\u202eexe' })).to.equal('Remove \u2068gnp.\u202eexe\u2069');
    expect(utc.t('composer.removeReference', { name: 'שלום' })).to.equal('Remove \u2068שלום\u2069');
  });

  it('lets given texts precede registered ones, and registered ones English', () => {
    registerLocale('pt', { 'action.dismiss': 'Fechar', 'action.undo': 'Salvar' });
    const localizer = new Localizer({ locale: 'pt-BR', messages: { 'action.undo': 'Guardar' } });
    expect(localizer.t('action.dismiss')).to.equal('Fechar');
    expect(localizer.t('action.undo')).to.equal('Guardar');
    expect(localizer.t('action.retry')).to.equal(en['action.retry']);
    expect(localizer.lang).to.equal('pt');
  });

  it('sees texts that are registered after it was made', () => {
    const localizer = new Localizer({ locale: 'nl' });
    expect([localizer.t('action.dismiss'), localizer.lang]).to.deep.equal(['Dismiss', 'en']);
    registerLocale('nl', { 'action.dismiss': 'Sluiten' });
    expect([localizer.t('action.dismiss'), localizer.lang]).to.deep.equal(['Sluiten', 'nl']);
  });

  it('says how long ago', () => {
    expect(relativeTime(utc, ago(10_000), NOW)).to.equal('just now');
    expect(relativeTime(utc, ago(-MINUTE), NOW)).to.equal('just now');
    expect(relativeTime(utc, ago(2 * MINUTE), NOW)).to.equal('2 min ago');
    expect(relativeTime(utc, ago(3 * HOUR), NOW)).to.equal('3 h ago');
    expect(relativeTime(utc, ago(DAY), NOW)).to.equal('yesterday');
    expect(relativeTime(utc, ago(5 * DAY), NOW)).to.equal('5 days ago');
    expect(relativeTime(utc, '2026-11-03T12:00:00.000Z', NOW)).to.equal('3 Nov');
    expect(relativeTime(utc, '2024-11-03T12:00:00.000Z', NOW)).to.equal('3 Nov 2024');
  });

  it('heads days by the calendar, not by hours', () => {
    expect(dayHeading(utc, '2026-11-23T00:00:00.000Z', NOW)).to.equal('Today');
    expect(dayHeading(utc, '2026-11-22T23:59:59.999Z', NOW)).to.equal('Yesterday');
    expect(dayHeading(utc, '2026-11-03T10:00:00.000Z', NOW)).to.match(/^Tue,? 3 Nov$/);
    expect(dayHeading(utc, '2024-11-03T10:00:00.000Z', NOW)).to.match(/^Sun,? 3 Nov 2024$/);
  });

  it('ends days where the time zone does', () => {
    const instant = '2026-11-22T23:30:00.000Z';
    expect(dayKey(utc, instant)).to.equal('2026-11-22');
    expect(dayKey(new Localizer({ timeZone: 'Asia/Tokyo' }), instant)).to.equal('2026-11-23');
    expect(dayHeading(new Localizer({ timeZone: 'Pacific/Honolulu' }), instant, NOW)).to.equal('Yesterday');
  });

  it('writes lengths of media', () => {
    const texts = [0, 400, 7_000, 59_600, 3_723_000, Number.NaN, -5].map((ms) => durationText(ms));
    expect(texts).to.deep.equal(['0:00', '0:01', '0:07', '1:00', '1:02:03', '0:00', '0:00']);
  });

  it('writes sizes in the unit that keeps them short', () => {
    const texts = [0, 512, 20 * 1024 * 1024, 1.5 * 1024 ** 3].map((size) => bytesText(utc, size));
    expect(texts).to.deep.equal(['0 byte', '512 byte', '20 MB', '1.5 GB']);
  });

  it('writes shares, never rounded up to done', () => {
    expect([0, 0.624, 0.999, 1, 7, Number.NaN].map((share) => utc.percent(share))).to.deep.equal([
      '0%',
      '62%',
      '99%',
      '100%',
      '100%',
      '0%',
    ]);
  });

  it('says nothing of an instant that is none', () => {
    const texts = [relativeTime(utc, 'x', NOW), dayHeading(utc, '', NOW), utc.dateTime('NaN'), dayKey(utc, '?')];
    expect(texts).to.deep.equal(['', '', '', '']);
  });

  it('takes a locale or a time zone nobody knows for none', () => {
    const localizer = new Localizer({ locale: 'not a locale!', timeZone: 'Mars/Olympus' });
    expect(localizer.locale).to.equal('en');
    expect(localizer.timeZone).to.equal(undefined);
    expect(localizer.t('action.dismiss')).to.equal('Dismiss');
  });

  it('knows the direction of a script', () => {
    const dirs = ['en', 'ar-EG', 'he', 'fa', 'ur', 'arn', 'az-Arab', 'de'].map(
      (locale) => new Localizer({ locale }).dir,
    );
    expect(dirs).to.deep.equal(['ltr', 'rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'rtl', 'ltr']);
    expect(new Localizer({ locale: 'ar', dir: 'ltr' }).dir).to.equal('ltr');
  });
});
