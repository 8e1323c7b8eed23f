#pragma once
/// How a report looks: on a wide screen, on a telephone, on A4.

#include "granary/write/safe_text.hpp"

namespace granary::report {

/// Tables and pictures wider than the screen are scrolled on their own. On paper nothing scrolls,
/// and no picture is cut.
inline constexpr Literal<InHtml> style = R"(
body { margin: 0 auto; max-width: 60rem; padding: 1rem; color: #1a1a1a; background: #fff;
       font: 1rem/1.5 Georgia, 'DejaVu Serif', serif; overflow-wrap: break-word; }
h1 { font-size: 1.8rem; line-height: 1.2; }
h2 { margin-top: 2.5rem; border-top: 1px solid #999; padding-top: 0.5rem; font-size: 1.35rem; }
h3 { font-size: 1.1rem; margin-bottom: 0.2rem; }
p, dd { max-width: 44rem; }
.wide { overflow-x: auto; margin: 1rem 0; }
.wide:focus-visible { outline: 3px solid #0b5fa5; }
table { border-collapse: collapse; font: 0.85rem/1.35 'DejaVu Sans', Arial, sans-serif; }
caption { text-align: left; font-weight: bold; padding: 0.3rem 0; }
th, td { padding: 0.2rem 0.5rem; text-align: left; vertical-align: top; font-weight: normal; }
thead th { border-bottom: 1px solid #333; vertical-align: bottom; font-weight: bold; }
thead th[scope=colgroup] { border-bottom: 1px solid #999; text-align: center; }
tbody tr:nth-child(even) { background: #f3f3f3; }
.n { text-align: right; font-variant-numeric: tabular-nums; }
td.n { white-space: nowrap; }
small, .note { color: #444; }
.note { font-size: 0.85rem; }
figure svg { display: block; width: 100%; min-width: 40rem; height: auto; }
pre { font: 0.8rem/1.4 'DejaVu Sans Mono', monospace; white-space: pre-wrap;
      background: #f3f3f3; padding: 0.6rem; }
dt { font-weight: bold; }
dd { margin: 0 0 0.4rem 1.5rem; }
@page { size: A4; margin: 15mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  .wide { overflow: visible; }
  table { font-size: 7.5pt; }
  th, td { padding: 0.1rem 0.25rem; }
  figure svg { min-width: 0; max-height: 245mm; }
  figure, table, tr, pre, h2, h3, caption { break-inside: avoid; }
  h2, h3, caption, thead { break-after: avoid; }
  p, dd { max-width: none; orphans: 3; widows: 3; }
}
)";

}  // namespace granary::report
