/** The page's style sheet: light and dark by the reader's setting, tables that become cards on a narrow screen. Nothing is loaded from anywhere. */
export const style = `
:root{color-scheme:light dark;--ink:#1f2328;--soft:#59636e;--paper:#fff;--panel:#f6f8fa;--line:#d1d9e0;--red:#c9252d;--green:#1a7f37;--amber:#8a5a00;--blue:#0969da}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9198a1;--paper:#0d1117;--panel:#151b23;--line:#3d444d;--red:#ff7b72;--green:#3fb950;--amber:#d29922;--blue:#4493f8}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:74rem;padding:1.25rem 1.5rem 3rem;font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
header{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline;border-bottom:1px solid var(--line);padding-bottom:.75rem}
h1{font-size:1.35rem;margin:0}h2{font-size:1.15rem;margin:0}h3{font-size:.95rem;margin:1.4rem 0 .4rem}section>h3:first-child{margin-top:0}
.soft{color:var(--soft)}header .soft{margin-left:auto}a{color:var(--blue)}
section{border:1px solid var(--line);border-radius:8px;padding:1rem 1.1rem;margin:1.25rem 0;background:var(--paper)}
.head{display:flex;flex-wrap:wrap;gap:.3rem .8rem;align-items:center}
.badge{border:1px solid currentColor;border-radius:1rem;padding:.05rem .65rem;font-size:.85em;font-weight:600}
.good{color:var(--green)}.bad{color:var(--red)}.care{color:var(--amber)}
p{margin:.35rem 0}
table{border-collapse:collapse;width:100%;font-size:.92em}
th{font-weight:600;color:var(--soft);font-size:.85em}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-top:1px solid var(--line)}thead th{border-top:0}
code{font:.88em/1.4 ui-monospace,monospace;overflow-wrap:anywhere}
time{white-space:nowrap}
@media (max-width:44rem){body{padding:1rem .8rem 2rem}thead{display:none}table,tbody,tr,td{display:block}tr{border-top:1px solid var(--line);padding:.5rem 0}td{border:0;padding:.1rem 0 .1rem 7.2rem;min-height:1.6em;position:relative;overflow-wrap:anywhere}td::before{content:attr(data-label);position:absolute;left:0;width:6.8rem;color:var(--soft);font-size:.88em}header .soft{margin-left:0;width:100%}}
@media print{section{break-inside:avoid}}
`.trim();
