"use strict";
// The peer: the kiosk's pages as a page of a browser would have them. One screen comes as the other
// leaves, both moved and faded by the browser's compositor; nothing runs while nobody touches it.

const content = window.CONTENT;
const stage = document.getElementById("stage");
const bar = document.getElementById("bar");
const asked = new URLSearchParams(location.search);
const accents = { sea: "--sea", fir: "--fir", brick: "--brick", flax: "--flax" };
const u = n => `calc(${n} * var(--u))`;
let place = null;
let scenes = 0;

function weave(section) {
  const { rows, period } = window.MOTIFS[section.pattern];
  const color = getComputedStyle(document.documentElement).getPropertyValue(accents[section.accent]).trim();
  const cell = (x, y, fill) => `<rect x="${x + .07}" y="${y + .07}" width=".86" height=".86" rx=".2" fill="${fill}"/>`;
  let cells = "";
  for (let x = 0; x < period; ++x) {
    cells += cell(x, 0, color) + cell(x, 22, color);
    cells += x % 2 ? "" : cell(x, 1, "#f5f0e6") + cell(x, 21, "#f5f0e6");
    rows.forEach((row, y) => cells += row[x] === "0" ? "" : cell(x, y + 3, row[x] === "1" ? color : "#f5f0e6"));
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${period} 23">${cells}</svg>`;
  return `background-image:url('data:image/svg+xml,${encodeURIComponent(svg)}')`;
}

function attract() {
  const line = scene => `<h1 class="attract" style="left:${u(96)};top:${u(170)};width:${u(scene.scene === "chain" ? 1700 : 740)}">${say(scene.line)}</h1>`;
  const arts = {
    chain: () => `<img src="${content.picture}" alt="" decoding="async" style="inset:0;width:100%;height:100%;object-fit:cover">`,
    ranking: () => `<div style="left:${u(872)};top:${u(84)};width:${u(950)};height:${u(720)}">${ranking(content.climb)}</div>`,
    bands: () => content.sections.map((section, row) => `<div class="weave" style="left:${u(872)};right:0;top:${u(84 + row * 190)};height:${u(170)};${weave(section)}"></div>`).join(""),
    number: scene => `<b style="left:${u(872)};top:${u(200)};font:200 ${u(500)}/1 Manrope;color:var(--amber)">${scene.value ?? ""}</b>`,
  };
  const all = content.attract.map((scene, index) =>
    `<div class="scene ${index ? "" : "on"}" data-scene="${index}">${line(scene)}</div>`);
  const made = screen(`${all.join("")}<div class="pill" style="left:${u(96)};bottom:${u(64)}">Touch to begin</div>`);
  made.dataset.name = "Begin";
  made.onclick = () => go({});
  // As in the kiosk the words come first, the pictures in the frame after
  requestAnimationFrame(() => setTimeout(() => content.attract.forEach((scene, index) =>
    made.querySelector(`[data-scene="${index}"]`).insertAdjacentHTML("afterbegin", arts[scene.scene](scene)))));
  let shown = 0;
  scenes = setInterval(() => {
    shown = (shown + 1) % content.attract.length;
    made.querySelectorAll(".scene").forEach((one, index) => one.classList.toggle("on", index === shown));
  }, 14000);
  return made;
}

function home() {
  const bands = content.sections.map((section, row) => `<button class="band" data-name="${say(section.title)}" data-go="${row}"
    style="--accent:var(${accents[section.accent]});left:${u(872)};right:0;top:${u(84 + row * 220)};height:${u(204)}">
    <i style="${weave(section)}"></i><span class="h3">${say(section.title)}</span>
    <span class="label muted">${section.stories.length} stories</span></button>`);
  return screen(`<h1 class="display" style="left:${u(96)};top:${u(212)};width:${u(740)}">${say(content.title)}</h1>
    <p class="lead" style="left:${u(96)};top:${u(660)};width:${u(620)}">${say(content.lead)}</p>${bands.join("")}`);
}

function section(index) {
  const one = content.sections[index];
  const hero = Math.max(0, one.stories.findIndex(story => story.id === one.hero));
  const tile = (story, at) => at === hero ? "" : `<button class="tile" data-name="${say(story.title)}" data-go="${index} ${at}">
    <svg viewBox="0 0 300 160"><path d="M10,140C90,130 120,40 290,20" fill="none" stroke="var(--accent)" stroke-width="4"/></svg>
    <span class="label accent">${say(story.tile.fact)}</span><span class="h3">${say(story.title)}</span></button>`;
  const made = screen(`<p class="label accent" style="left:${u(96)};top:${u(84)}">Area ${index + 1} of ${content.sections.length}</p>
    <h1 class="h2" style="left:${u(96)};top:${u(176)};width:${u(496)}">${say(one.title)}</h1>
    <p class="lead" style="left:${u(96)};top:${u(380)};width:${u(480)}">${say(one.lead)}</p>
    <div class="weave" style="left:0;top:${u(728)};width:${u(572)};height:${u(196)};${weave(one)}"></div>
    <button class="hero" data-name="${say(one.stories[hero].title)}" data-go="${index} ${hero}"
      style="left:${u(640)};right:0;top:${u(84)};height:${u(444)};${one.stories[hero].picture ? `background-image:url(${one.stories[hero].picture.file})` : ""}">
      <div><span class="label" style="color:var(--amber)">${say(one.stories[hero].tile.fact)}</span>
      <h2 class="h2">${say(one.stories[hero].title)}</h2></div><span class="pill">${say(one.stories[hero].action) || "Open"}</span></button>
    <div class="tiles" style="left:${u(640)};right:0;top:${u(552)};height:${u(372)}">${one.stories.map(tile).join("")}</div>`);
  made.style.setProperty("--accent", `var(${accents[one.accent]})`);
  return made;
}

function page(at) {
  const one = content.sections[at.section];
  const made = screen(pageBlocks(one.stories[at.story].pages[at.page], at.step));
  made.style.setProperty("--accent", `var(${accents[one.accent]})`);
  made.querySelectorAll("[data-right]").forEach(answer => answer.onclick = () => {
    made.querySelector('[data-right="true"]').classList.add("right");
    made.querySelector("p[hidden]").hidden = false;
  });
  return made;
}

function screen(html) {
  const made = document.createElement("section");
  made.className = "screen";
  made.innerHTML = html;
  made.querySelectorAll("[data-go]").forEach(button => button.onclick = () => {
    const [section, story] = button.dataset.go.split(" ").map(Number);
    go(story === undefined ? { section } : { section, story, page: 0, step: 0 });
  });
  return made;
}

function after(at) {
  const story = content.sections[at.section].stories[at.story];
  if (at.step + 1 < steps(story.pages[at.page]))
    return { ...at, step: at.step + 1 };
  if (at.page + 1 < story.pages.length)
    return { ...at, page: at.page + 1, step: 0 };
  const stories = content.sections[at.section].stories.length;
  return at.story + 1 < stories ? { section: at.section, story: at.story + 1, page: 0, step: 0 } : {};
}

function furnish(at) {
  const onPage = at.story !== undefined;
  bar.hidden = false;
  bar.innerHTML = `<div><button class="plain" data-name="Home">Home</button><button class="plain" data-name="Back">Back</button></div>
    <div>${onPage ? '<button class="pill" data-name="Next">Next</button>' : ""}</div>
    <div><button class="plain" data-name="Language">${texts.language === "en" ? "English" : "Lietuvių"}</button></div>`;
  const on = (name, call) => (bar.querySelector(`[data-name="${name}"]`) ?? {}).onclick = call;
  on("Home", () => go({}));
  on("Back", () => go(onPage ? { section: at.section } : {}));
  on("Next", () => go(after(at)));
  on("Language", () => { texts.language = texts.language === "en" ? "lt" : "en"; go(at); });
}

function go(at) {
  const old = stage.lastElementChild;
  clearInterval(scenes);
  const deeper = Object.keys(at ?? {}).length >= Object.keys(place ?? {}).length;
  place = at;
  const next = at === null ? attract() : at.section === undefined ? home() : at.story === undefined ? section(at.section) : page(at);
  if (at === null)
    bar.hidden = true;
  else
    furnish(at);
  stage.append(next);
  if (old) {
    const way = 48 * Math.min(Math.min(innerWidth, innerHeight) / 1080, Math.max(innerWidth, innerHeight) / 1920) * (deeper ? 1 : -1);
    const soft = { easing: "cubic-bezier(.22, 1, .36, 1)", duration: 420, fill: "both" };
    old.animate([{ transform: "none" }, { transform: `translateX(${-way}px)` }], soft);
    old.animate([{ opacity: 1 }, { opacity: 0 }], { duration: 180, fill: "both" });
    next.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 260, fill: "both" });
    next.animate([{ transform: `translateX(${way}px)` }, { transform: "none" }], soft).onfinish = () => old.remove();
    countUp(next);
  }
  tell();
}

function countUp(made) {
  const begun = performance.now() + 420;
  const figures = [...made.querySelectorAll("[data-count]")];
  const draw = now => {
    const part = Math.min(1, Math.max(0, (now - begun) / 1400));
    for (const one of figures)
      one.textContent = number(one.dataset.count * (1 - (1 - part) ** 3), Number(one.dataset.decimals));
    if (part < 1)
      requestAnimationFrame(draw);
  };
  if (figures.length)
    requestAnimationFrame(draw);
}

// Says to the server where on the screen what can be touched lies
function tell() {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const targets = {};
    for (const one of document.querySelectorAll("section:last-child [data-name], section:last-child[data-name], #bar [data-name]")) {
      const box = one.getBoundingClientRect();
      targets[one.dataset.name] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
    }
    navigator.sendBeacon("/", JSON.stringify(targets));
  }));
}

let idle = 0;
addEventListener("pointerdown", () => {
  clearTimeout(idle);
  idle = setTimeout(() => { texts.language = "en"; go(null); }, 90000);
});
if (asked.has("mover"))
  document.body.insertAdjacentHTML("beforeend", '<div id="mover"></div>');
go(null);
