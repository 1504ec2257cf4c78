/** What a host's page should never hear of us; collected from the moment this module runs. */
export const trouble: string[] = [];

addEventListener(
  'securitypolicyviolation',
  ({ effectiveDirective, blockedURI, sourceFile, sample }) =>
    trouble.push(`policy: ${effectiveDirective} ${blockedURI} ${sourceFile} ${sample}`),
  true,
);
addEventListener('error', ({ message }) => {
  if (!/ResizeObserver loop/.test(message)) trouble.push(`uncaught: ${message}`);
});
addEventListener('unhandledrejection', ({ reason }) => trouble.push(`unhandled: ${String(reason)}`));

for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
  const say = console[level].bind(console);
  console[level] = (...args: unknown[]) => {
    // The test runner serves Lit's development build, which says so once.
    if (String(args[0]).startsWith('Lit is in dev mode')) return;
    trouble.push(`console.${level}: ${args.map(String).join(' ')}`);
    say(...args);
  };
}
