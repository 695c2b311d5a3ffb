/** The page's style sheet: light and dark by the reader's setting, and readable on paper. Nothing is loaded from anywhere. */
export const pageStyle = `
:root{color-scheme:light dark;--ink:#1f2328;--soft:#59636e;--paper:#fff;--panel:#f6f8fa;--line:#d1d9e0;--add:#dafbe1;--del:#ffebe9;--red:#cf222e;--green:#1a7f37;--amber:#9a6700;--blue:#0969da}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9198a1;--paper:#0d1117;--panel:#151b23;--line:#3d444d;--add:#12361f;--del:#4a1d22;--red:#f85149;--green:#3fb950;--amber:#d29922;--blue:#4493f8}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1.5rem;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.15rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}
code,pre{font:.85em/1.5 ui-monospace,monospace}
code{background:var(--panel);padding:.1em .35em;border-radius:4px;overflow-wrap:anywhere}
pre{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:.5rem 0;overflow:auto;margin:.4rem 0 1rem}
pre span{display:block;padding:0 .75rem;white-space:pre-wrap;overflow-wrap:anywhere}pre.plan{padding:.5rem .75rem;white-space:pre-wrap}
.add{background:var(--add)}.del{background:var(--del)}.note{color:var(--soft)}
table{border-collapse:collapse;display:block;overflow-x:auto;margin:.5rem 0;font-size:.85em}
th,td{border:1px solid var(--line);padding:.25rem .45rem;text-align:left;vertical-align:top}th{background:var(--panel)}
.box{border-left:4px solid var(--line);background:var(--panel);padding:.5rem .9rem;margin:.6rem 0;border-radius:0 6px 6px 0}
.box.error{border-color:var(--red)}.box.warning,.box.unknown{border-color:var(--amber)}.box.info,.box.accepted{border-color:var(--blue)}
.box p{margin:.15rem 0}.place{color:var(--soft);font-size:.9em}
.state{font-weight:600}.state.errors{color:var(--red)}.state.unknown{color:var(--amber)}.state.changes{color:var(--green)}
details{margin:.5rem 0;border:1px solid var(--line);border-radius:6px;padding:.4rem .9rem}summary{cursor:pointer}
footer{margin-top:2rem;color:var(--soft);font-size:.85em}
svg{width:100%;height:auto;font:14px system-ui,sans-serif}svg text{fill:var(--ink)}svg .small{font-size:11px;fill:var(--soft)}svg .strong{font-weight:600}svg .middle{text-anchor:middle}
svg .network{fill:var(--panel);stroke:var(--line)}svg .cluster{fill:var(--paper);stroke:var(--soft)}svg .link{stroke:var(--soft);stroke-width:2;stroke-dasharray:6 4}
svg .cluster.added,svg .network.added{stroke:var(--green);stroke-width:2.5}svg .cluster.removed,svg .network.removed{stroke:var(--red);stroke-width:2.5;stroke-dasharray:6 4}svg .cluster.changed{stroke:var(--amber);stroke-width:2.5}svg .cluster.unknown,svg .network.unknown{stroke:#6e7781;stroke-width:2.5;stroke-dasharray:2 4}
@media print{body{max-width:none;padding:0}details{border:0;padding:0}details>*{display:block!important}pre,.box,tr{break-inside:avoid}h2{break-after:avoid}}
`.trim();
