"use strict";
// The peer's blocks: content in, HTML and inline SVG out.

const escape = text => String(text).replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
const texts = { language: "en" };
const say = text => escape((text && (text[texts.language] ?? text.en)) ?? "");
const number = (value, decimals = 0) => value.toLocaleString(texts.language,
  { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

function figure(block, size) {
  const shown = number(block.value, block.decimals);
  return `<div class="figure" style="--size:${size}"><b style="font-size:calc(${size} * var(--u))">
    ${say(block.prefix)}<span data-count="${block.value}" data-decimals="${block.decimals ?? 0}">${shown}</span>${say(block.suffix)}</b>
    <p class="lead">${say(block.label)}</p></div>`;
}

function bars(block) {
  const most = Math.max(...block.bars.map(bar => bar.value));
  const rows = block.bars.map((bar, row) => {
    const y = 40 + row * 128;
    const color = bar.highlight ? "var(--amber)" : "color-mix(in srgb, var(--accent) 45%, var(--ground))";
    const width = Math.max(4, 780 * bar.value / most);
    return `<text x="0" y="${y}">${say(bar.label)}</text>
      <rect class="grow" x="0" y="${y + 16}" width="${width}" height="56" style="fill:${color}"/>
      <text x="${width + 24}" y="${y + 54}" style="fill:var(--text)">${number(bar.value, block.decimals)} ${say(block.unit)}</text>`;
  });
  return `<h3 class="label">${say(block.title)}</h3>
    <svg viewBox="0 0 1024 700" preserveAspectRatio="xMinYMin">${rows.join("")}</svg>
    <p class="label muted">${say(block.note)}</p>`;
}

function ranking(block) {
  const lowest = block.lowest ?? Math.max(...block.points.map(point => point.place));
  const x = index => 60 + index * 640 / Math.max(1, block.points.length - 1);
  const y = place => 30 + (place - 1) * 600 / Math.max(1, lowest - 1);
  let lines = "";
  for (let place = 1; place <= lowest; ++place) {
    const named = place === 1 || place === lowest || place % 10 === 0;
    lines += `<line x1="60" x2="700" y1="${y(place)}" y2="${y(place)}" stroke="var(--line)" opacity="${named ? 1 : .5}"/>`;
    if (named)
      lines += `<text x="40" y="${y(place) + 9}" text-anchor="end">${place}</text>`;
  }
  const at = block.points.map((point, index) => [x(index), y(point.place)]);
  let path = `M${at[0]}`;
  for (let i = 1; i < at.length; ++i) {
    const middle = (at[i - 1][0] + at[i][0]) / 2;
    path += `C${middle},${at[i - 1][1]} ${middle},${at[i][1]} ${at[i]}`;
  }
  const dots = at.map(([cx, cy], index) => `<circle cx="${cx}" cy="${cy}" r="10" fill="var(--amber)"/>
    <text x="${cx}" y="690" text-anchor="middle">${block.points.length > 5 && index % 2 ? "" : escape(block.points[index].edition)}</text>`);
  const names = (block.neighbours ?? []).map((other, row) =>
    `<text x="760" y="${60 + row * 58}">${other.place} ${say(other.name ?? other.label)}</text>`);
  return `<h3 class="label">${say(block.title)}</h3>
    <svg viewBox="0 0 1024 720" preserveAspectRatio="xMinYMin">${lines}
    <path class="climb" pathLength="1" d="${path}" fill="none" stroke="var(--amber)" stroke-width="5"/>${dots.join("")}${names.join("")}</svg>
    <p class="label muted">${say(block.note)}</p>`;
}

function timeline(block, step) {
  const event = block.events[step];
  const x = index => 60 + index * 1600 / Math.max(1, block.events.length - 1);
  const nodes = block.events.map((other, index) => `<circle cx="${x(index)}" cy="40" r="${index === step ? 18 : 11}"
      fill="${index <= step ? "var(--amber)" : "var(--line)"}"/>
    <text x="${x(index)}" y="100" text-anchor="middle">${escape(other.date.slice(0, 4))}</text>`);
  return `<b style="font:200 calc(330 * var(--u))/.9 Manrope;letter-spacing:-.055em">${escape(event.date.slice(0, 4))}</b>
    <h3 class="h3">${say(event.title)}</h3><p style="max-width:calc(820 * var(--u))">${say(event.text)}</p>
    <svg viewBox="0 0 1728 130" style="position:absolute;bottom:0;width:100%">
    <line x1="60" x2="1660" y1="40" y2="40" stroke="var(--amberLow, #b06f12)" stroke-width="4"/>${nodes.join("")}</svg>`;
}

function quiz(block, step) {
  const question = block.questions[step];
  const answers = question.answers.map(answer =>
    `<button class="band h3" data-right="${Boolean(answer.correct)}">${say(answer.text)}</button>`);
  return `<h2 class="h2">${say(question.question)}</h2><div class="answers">${answers.join("")}</div>
    <p class="lead" hidden>${say(question.why)}</p>`;
}

const EVIDENCE = { bars, ranking };
const FULL = { timeline, quiz };

function steps(page) {
  const block = page.blocks[0];
  return block.events?.length ?? block.questions?.length ?? 1;
}

function pageBlocks(page, step) {
  const [first] = page.blocks;
  if (FULL[first.type])
    return `<div class="full">${FULL[first.type](first, step)}</div>`;
  const reading = page.blocks.map(block => {
    if (block.type === "figure")
      return figure(block, 200);
    if (block.type === "figures")
      return "";
    return block.type === "text" ? `<p>${say(block.text)}</p>` : "";
  });
  const evidence = page.blocks.map(block => {
    if (block.type === "figures")
      return block.items.map(item => figure(item, 120)).join("");
    return EVIDENCE[block.type]?.(block) ?? "";
  });
  return `<div class="reading"><h2 class="h2">${say(page.title)}</h2>${reading.join("")}
    <button class="pill outline" style="align-self:start">Sources</button></div>
    <div class="evidence">${evidence.join("")}</div>`;
}
