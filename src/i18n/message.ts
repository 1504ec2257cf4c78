/** One text per plural category of `Intl.PluralRules`, chosen by the parameter `count`. */
export interface PluralForms {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** A text of the interface: `{name}` stands for a parameter. */
export type Message = string | PluralForms;

/** What can be put in for a `{name}`; numbers are written as the locale writes them. */
export type MessageParams = Readonly<Record<string, string | number>>;
