import { STUDIO, type Library } from './studio.js';

/** Texts that are data, whatever they look like. */
const TEXTS = [
  '<img src=x onerror=alert(1)><script>alert(1)</script> & {{ 7 * 7 }} ${alert(1)}',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(6),
  'منظر طبيعي هادئ عند الغروب، بألوان دافئة وضباب خفيف فوق الوادي',
  'נוף הרים בערפל בוקר, צבעי ענבר, ושמש נמוכה',
  'evil \u202Egnp.erutcip\u202C with a direction that turns',
  'Z\u0351\u0352\u0301a\u0310\u0311l\u0334\u0335\u0336g\u0351\u0301o\u0310 t\u0334\u0336ext that c\u0334limbs',
  '👩‍👩‍👧‍👦🏳️‍🌈👩🏽‍🚀 '.repeat(12),
  'All of the light we cannot see. '.repeat(400),
] as const;

/** The studio's pictures with hostile, long and right-to-left texts. */
export const HOSTILE: Library = {
  ...STUDIO,
  sessions: STUDIO.sessions.map((row, index) => {
    const text = TEXTS[index % TEXTS.length] ?? '';
    return { ...row, brief: { ...row.brief, prompt: text }, ...(row.title !== undefined && { title: text }) };
  }),
  iterations: STUDIO.iterations.map((row, index) => ({ ...row, prompt: TEXTS[index % TEXTS.length] ?? '' })),
};
