/** Of the HTML report; light and dark as the reader's system has it. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#5b6470;--line:#d9dee5;--paper:#fff;--panel:#f6f8fa;
--passed:#1a7f37;--failed:#c5221f;--warning:#8a5a00;--untested:#7b3fb5;--not_asked:#6b7280}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ee;--soft:#a0a8b4;--line:#3a414b;--paper:#15181d;--panel:#1d2127;
--passed:#57c97a;--failed:#ff7b72;--warning:#e3b341;--untested:#c99bf0;--not_asked:#9aa3af}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:2rem 1rem 4rem}
h1{font-size:1.6rem;margin:0 0 1rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}
code,pre{font:13px/1.45 ui-monospace,monospace}
.facts{color:var(--soft);font-size:.9rem}
.run{padding:.75rem 1rem;border:1px solid var(--line);border-left:6px solid;border-radius:6px;background:var(--panel)}
.run.passed{border-left-color:var(--passed)}.run.failed{border-left-color:var(--failed)}
.badge{display:inline-block;font-size:.8rem;font-weight:600;border:1px solid currentColor;border-radius:99px;padding:0 .55rem}
.passed.badge{color:var(--passed)}.failed.badge{color:var(--failed)}.warning.badge{color:var(--warning)}
.untested.badge{color:var(--untested)}.not_asked.badge{color:var(--not_asked)}
.finding{border:1px solid var(--line);border-radius:6px;margin:.4rem 0;padding:.4rem .75rem}
.finding summary{cursor:pointer}
.evidence{border-left:3px solid var(--line);padding-left:.75rem;margin:.75rem 0}
.evidence.wrong{border-left-color:var(--failed)}.evidence.right{border-left-color:var(--passed)}
.evidence p{margin:.2rem 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem .75rem;margin:.25rem 0}
dt{color:var(--soft);font-size:.85rem}dd{margin:0;min-width:0}
pre{margin:0;padding:.4rem .6rem;background:var(--panel);border-radius:4px;overflow:auto;max-height:18rem;white-space:pre-wrap;overflow-wrap:anywhere}
@media (max-width:40rem){dl{grid-template-columns:1fr}}
`;
