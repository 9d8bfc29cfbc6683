/* hexapla: a page's words in another language; loaded for readers who chose one. Sentences are known by the messages
   they were made of (`messages`, which the site puts before this), so that a page is sent once, in one language. */
(() => {
"use strict";
const own = window.hexapla, all = own.all;
const OPEN = /\{(\??\w*)\}/g;
/* signs of lists and of sentences */
const SIGNS = [{ en: ", ", zh: "、" }, { en: "; ", zh: "；" }], ENDS = [{ en: ":", zh: "：" }, { en: ".", zh: "。" }, { en: "]", zh: "〕" }];
const plain = text => text.replace(/\s+/g, " ").trim();
const literal = text => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/* how to say in `to` what is written in `from` */
function interpret(from, to) {
  const source = own.messages[from], target = own.messages[to], exact = new Map(), shaped = [], known = new Map();
  const counted = ["count", "pages", "promised", "found", "insertions", "deletions", "characters", "at", "of"];
  const numeric = name => new Set([...counted, ...[...source[name], ...target[name]].flatMap(([, given]) => Object.entries(given).filter(([, key]) => /^(one|\d+)$/.test(key)).map(([one]) => one))]);
  const slack = from === "zh" ? " ?" : ""; // Han words and Latin values are set apart
  for (const [name, forms] of Object.entries(source)) for (const [text, given] of forms) {
    const counts = numeric(name), written = plain(text), names = [...written.matchAll(OPEN)].map(found => found[1]);
    const pieces = written.split(/\{\??\w*\}/), solid = pieces.join("");
    if (names.includes("?") || !(/[\p{L}（(]/u.test(solid) || (solid && name.startsWith("mark-")))) continue;
    const values = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, value === "one" ? "1" : value]));
    if (!names.length) { if (!exact.has(written)) exact.set(written, { name, values }); continue }
    let shape = literal(pieces[0]);
    names.forEach((one, at) => { shape += slack + (counts.has(one) ? "([\\d,]+|%\\w)" : "(.+?)") + slack + literal(pieces[at + 1]) });
    shaped.push({ name, values, names, counts, shape: new RegExp("^" + shape + "$", "su"), needs: pieces.map(piece => piece.trim()).sort((a, b) => b.length - a.length)[0], weight: solid.length });
  }
  shaped.sort((a, b) => b.weight - a.weight);
  /* a space between Han words and a Latin value, as sentences are made */
  const join = (left, value, right) => {
    const apart = (a, b) => (/\p{Script=Han}$/u.test(a) && /^[\p{Script=Latin}\d]/u.test(b)) || (/[\p{Script=Latin}\d.]$/u.test(a) && /^\p{Script=Han}/u.test(b)) ? " " : "";
    return left + apart(left, value) + value + (right ? apart(value, right) : "");
  };
  function render(name, values) {
    const form = target[name].find(([, given]) => Object.entries(given).every(([key, value]) => value === "one" ? values[key] === "1" : values[key] === value));
    if (!form) return null;
    const pieces = form[0].split(/\{\??\w*\}/), names = [...form[0].matchAll(OPEN)].map(found => found[1]), counts = numeric(name);
    if (names.some(one => values[one] === undefined)) return null;
    return names.reduce((made, one, at) => (counts.has(one) ? made + values[one] : join(made, values[one], pieces[at + 1])) + pieces[at + 1], pieces[0]).trim();
  }
  function sentence(text, depth) {
    const whole = member(text);
    if (whole !== null && whole !== undefined) return whole;
    for (const { name, values, names, counts, shape, needs } of shaped) {
      if (!text.includes(needs)) continue;
      const found = shape.exec(text);
      // a value is no sentence, nor the end of one with the beginning of the next, but where it is quoted
      if (!found || names.some((one, at) => !counts.has(one) && split(found[at + 1].replace(/[“「『].*?[”」』]/gsu, "“”")).length > 1)) continue;
      const said = { ...values };
      names.forEach((one, at) => { said[one] = counts.has(one) || name.startsWith("mark-") ? found[at + 1] : depth < 3 ? phrase(found[at + 1], depth + 1) ?? found[at + 1] : found[at + 1] });
      const made = render(name, said);
      if (made !== null) return made;
    }
    return null;
  }
  const word = text => { const whole = exact.get(text); return whole ? render(whole.name, whole.values) : null };
  const every = (parts, act, glue) => { const made = parts.map(act); return parts.length > 1 && made.every(part => part !== null) ? made.join(glue) : null };
  /* a word of ours with a figure or the mark of a version behind it; several of them */
  const tallied = text => { const [, first, figure] = /^(.*\S) ([\d,]+|[A-Z]{1,2})$/s.exec(text) ?? [], said = word(first); return said && said + " " + figure };
  const member = text => word(text) ?? tallied(text);
  const listed = text => SIGNS.reduce((made, pair) => made ?? every(text.split(pair[from]), part => /^[A-Z]\w?$/.test(part) ? part : member(part), pair[to]), null); // sigla stay
  const split = text => text.split(from === "zh" ? /(?<=[。；])/ : /(?<=[.;]) /);
  const gap = to === "zh" ? "" : " ";
  /* what is put together of several: facts between dots, sentences, lists of which all members are known */
  function phrase(text, depth = 0) {
    const key = depth + text;
    if (!known.has(key)) { known.set(key, null); known.set(key, member(text) ?? listed(text) ?? every(split(text), each => sentence(each, depth), gap) ?? sentence(text, depth) ?? together(text, depth)) }
    return known.get(key);
  }
  function together(text, depth) {
    for (const dot of [" · ", " - "]) if (text.includes(dot)) {
      const parts = text.split(dot), made = parts.map(part => phrase(part, depth + 1));
      if (made.some(part => part !== null)) return made.map((part, at) => part ?? parts[at]).join(dot);
    }
    const sentences = split(text), made = [];
    let any = false;
    if (sentences.length > 1 && sentences.length < 20) for (let at = 0; at < sentences.length;) {
      let end = sentences.length - (at ? 0 : 1), found = null;
      while (end > at && (found = sentence(sentences.slice(at, end).join(from === "zh" ? "" : " "), depth)) === null) end -= 1;
      any ||= found !== null;
      made.push(found ?? sentences[at]);
      at = found === null ? at + 1 : end;
    }
    if (any) return made.join(gap);
    const [, head, tail] = (from === "zh" ? /^(.*?)：(.*)$/su : /^(.*?): (.*)$/su).exec(text) ?? [], own = head && phrase(head, depth + 1), rest = own && phrase(tail, depth + 1);
    if (rest) return own + (to === "zh" ? "：" : ": ") + rest;
    const [, before, inside] = /^(.*?) ?[(（]([^()（）]+)[)）]$/su.exec(text) ?? [], said = inside?.length > 2 && member(inside);
    if (said) return before + (to === "zh" ? `（${said}）` : ` (${said})`);
    const [, left, middle, right] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(text);
    const core = left || right ? phrase(middle, depth + 1) : null;
    return core && left + core + sign(right);
  }
  /* signs that stand alone, or behind words of ours */
  const sign = text => { const pair = SIGNS.concat(ENDS).find(each => each[from].trim() === text.trim()); return pair && text ? pair[to].trim() : text };
  return text => {
    /* behind a word of its own element a sentence begins with a colon */
    const bare = plain(text), lead = /^[:：] ?/.exec(bare)?.[0] ?? "", inner = phrase(bare.slice(lead.length));
    const said = /[\p{L}\p{N}]/u.test(bare) ? inner && sign(lead) + inner : word(bare) ?? sign(bare);
    return said === null || said === bare ? text : text.match(/^\s*/)[0] + (to === "zh" ? said.replace(/^(〔.*)\]$/su, "$1〕") : said.replace(/^(\[.*)〕$/su, "$1]")) + text.match(/\s*$/)[0];
  };
}

/* the strings of data that scripts read */
const deep = (value, say) => typeof value === "string" ? say(value) : value && !Array.isArray(value) && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, deep(each, say)])) : value;
own.turn = (root, to) => {
  const say = own.say = interpret(root.lang.split("-")[0], to); // also for what scripts bring later
  const numbers = text => to === "zh" ? text.replaceAll(", ", "、") : text.replaceAll("、", ", "); // of clauses, in a row's name
  for (const part of [root, ...all(".hx-find", document), ...all("template", root).map(each => each.content)]) {
    /* what is written in a text, but for our marks in it */
    const foreign = node => { const own = node.closest("[lang], .hx-m, .hx-cutmark, .hx-went, .hx-rest-t, .hx-goto"); return own?.lang && part.contains(own) && own !== part };
    const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT), texts = [];
    while (walk.nextNode()) if (walk.currentNode.data.trim() && !foreign(walk.currentNode.parentNode)) texts.push(walk.currentNode);
    for (const text of texts) text.data = text.parentNode.closest(".hx-h") ? numbers(say(text.data)) : say(text.data);
    for (const node of [part, ...all("[aria-label], [title], [placeholder], [data-l], [data-words], [data-search], [data-works], [data-cite]", part)].filter(each => each.dataset)) {
      for (const name of ["aria-label", "title", "placeholder", "data-l", "data-cite"]) if (node.hasAttribute(name)) node.setAttribute(name, say(node.getAttribute(name)));
      for (const name of ["words", "search", "works"]) if (node.dataset[name]) node.dataset[name] = JSON.stringify(deep(JSON.parse(node.dataset[name]), say));
    }
  }
  document.title = document.title.replace(/^.*?(?= [·-] |$)/, say);
  root.lang = document.documentElement.lang = to;
};
})();
