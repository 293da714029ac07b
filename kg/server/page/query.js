"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const form = find("form"), text = find("query"), named = find("named"), status = find("status"), answer = find("answer");
  const base = form.dataset.base, prefixes = Object.entries(JSON.parse(form.dataset.prefixes));
  let running = null;

  const make = (tag, words, parent) => {
    const made = document.createElement(tag);
    if (words !== undefined) made.textContent = words;
    if (parent) parent.append(made);
    return made;
  };

  const short = (iri) => {
    const [prefix, namespace] = prefixes.find(([, space]) => iri.startsWith(space)) || [];
    return prefix ? `${prefix}:${iri.slice(namespace.length)}` : iri;
  };

  const link = (iri, parent) => {
    const known = iri.startsWith(base) && /^[a-z]/.test(iri.slice(base.length));
    if (!known && !/^https?:/.test(iri)) return make("span", iri, parent);
    const made = make("a", short(iri), parent);
    made.href = known ? "/" + iri.slice(base.length) : iri;
    made.rel = "noreferrer noopener";
    return made;
  };

  const say = (words, bad) => {
    status.textContent = words;
    status.className = bad ? "bad" : "";
    status.setAttribute("role", bad ? "alert" : "status");
  };

  const table = (results) => {
    const made = make("table", undefined, answer), row = make("tr", undefined, make("thead", undefined, made));
    results.head.vars.forEach((name) => { make("th", name, row).scope = "col"; });
    const body = make("tbody", undefined, made);
    results.results.bindings.slice(0, 5000).forEach((binding) => {
      const line = make("tr", undefined, body);
      results.head.vars.forEach((name) => {
        const cell = make("td", undefined, line), term = binding[name];
        if (term && term.type === "uri") link(term.value, cell);
        else make("bdi", term ? term.value : "", cell);
      });
    });
  };

  const count = (number) => `${number} ${number === 1 ? "row" : "rows"}`;

  const show = async (response) => {
    const words = await response.text();
    if (!response.ok) return say(words.trim(), true);
    if (!(response.headers.get("content-type") || "").includes("json")) {
      make("pre", words, answer);
      return say("triples");
    }
    const results = JSON.parse(words);
    if ("boolean" in results) say(results.boolean ? "yes" : "no");
    else {
      table(results);
      say(count(results.results.bindings.length));
    }
    const hints = response.headers.get("kg-hints");
    if (hints) status.textContent += `: ${JSON.parse(decodeURIComponent(hints)).join("; ")}`;
  };

  const fields = () => {
    const body = new URLSearchParams({ query: text.value });
    document.querySelectorAll("#parameters input").forEach((input) => {
      if (input.value.trim()) body.set(`$${input.name}`, input.value.trim());
    });
    return body;
  };

  const remember = (body) => {
    history.replaceState(null, "", `/?${body}`);
    find("others").hidden = false;
    document.querySelectorAll("#others a").forEach((one) => {
      const more = new URLSearchParams(body);
      more.set("format", one.dataset.format);
      one.href = `/sparql?${more}`;
    });
  };

  const run = async () => {
    if (running) running.abort();
    const mine = running = new AbortController(), body = fields();
    remember(body);
    answer.replaceChildren();
    say("…");
    find("stop").disabled = false;
    body.set("hints", "1");
    try {
      const headers = { Accept: "application/sparql-results+json, text/turtle;q=0.9" };
      const response = await fetch("/sparql", { method: "POST", headers, body, signal: mine.signal });
      if (mine === running) await show(response);
    } catch (error) {
      if (mine === running) say(error.name === "AbortError" ? "stopped" : "the endpoint does not answer", true);
    }
    if (mine === running) {
      running = null;
      find("stop").disabled = true;
    }
  };

  const ask = () => {
    const place = find("parameters"), names = new Set();
    place.replaceChildren();
    text.value.split("\n").filter((line) => line.startsWith("#")).join(" ").replace(/[Bb]ind [^.:]*/g, (words) => {
      (words.match(/\?\w+/g) || []).forEach((name) => names.add(name.slice(1)));
      return words;
    });
    names.forEach((name) => {
      const label = make("label", `?${name}`, place);
      make("input", undefined, label).name = name;
    });
  };

  named.addEventListener("change", () => {
    const chosen = named.selectedOptions[0];
    find("question").textContent = chosen.dataset.question || "";
    if (!chosen.value) return;
    text.value = chosen.dataset.query;
    ask();
    run();
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
  find("stop").addEventListener("click", () => { if (running) running.abort(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); }
    if (event.key === "Escape" && running) running.abort();
  });

  const given = new URLSearchParams(location.search);
  if (given.has("query")) {
    text.value = given.get("query");
    ask();
    document.querySelectorAll("#parameters input").forEach((input) => { input.value = given.get(`$${input.name}`) || ""; });
    run();
  }
})();
